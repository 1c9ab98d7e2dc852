import { z } from 'zod'
import { readDepartementCode } from '#app/domain/territoires/codes.ts'
import { RURALITES } from '#app/domain/vocabulary.ts'
import { contoursDepartements } from '#app/pages/donnees/geojson.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { chiffresDesDepartements } from '#db/territoires.server.ts'
import {
  COMPTES,
  DISTANCES,
  parClasseJson,
  sourcesCouverture,
  TERRITOIRE,
  territoireJson,
} from '../chiffres-json.server.ts'
import { ADRESSES } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { objetDe, reponseSeule } from '../reponses.server.ts'
import { type Definition, type Demande, type Objet, type Reponse, ressource, seul } from '../ressource.server.ts'
import { chiffres, Sources } from '../schemas.server.ts'

const nomme = { code: z.string(), nom: z.string(), region: z.string().nullable() }

const classe = z.strictObject(chiffres(TERRITOIRE))
export const PAR_CLASSE = {
  ...chiffres(COMPTES),
  ruralite: z
    .strictObject(Object.fromEntries(RURALITES.map((one) => [one, classe])))
    .describe('Les quatre classes, dont la somme est le tout.'),
  ...chiffres(DISTANCES),
}

const Departement = z
  .strictObject({ ...nomme, ...chiffres(TERRITOIRE) })
  .meta({ id: 'Departement', description: 'Un département ou un territoire, avec ses chiffres.' })
const DepartementComplet = z
  .strictObject({ ...nomme, ...PAR_CLASSE })
  .meta({ id: 'DepartementComplet', description: 'Un département, avec ses chiffres par ruralité.' })

const DEPARTEMENT: Definition = {
  schema: Departement,
  cle: 'code',
  geometrie: ({ code }) => (contoursDepartements().get(String(code)) ?? null) as Objet | null,
}
const COMPLET: Definition = { schema: DepartementComplet, cle: 'code' }

export const departements = ressource({
  adresse: ADRESSES.departements,
  titre: 'Les départements et les territoires, avec leurs chiffres',
  description: 'Tous, par code. En GeoJSON : avec leur contour.',
  reponse: z.strictObject({
    total: z.int(),
    page: z.int(),
    limit: z.null(),
    departements: z.array(objetDe(DEPARTEMENT)),
    source: Sources,
  }),
  objet: DEPARTEMENT,
  exemples: [
    'departements',
    'departements?fields=nom,postes_pour_10000',
    'departements.geojson?fields=nom,lieux',
    'departements.csv',
  ],
  repondre: ({ context: { db } }) => {
    const tous = couvertureOf(db).departements
    return {
      ...{ sorte: 'liste', nom: 'departements', total: tous.length, page: 1, limit: null, tete: {}, sans: [] },
      morceaux: [
        tous.map(({ code, nom, region, cellules }) => ({ code, nom, region, ...territoireJson(db, cellules) })),
      ],
      source: sourcesCouverture(db),
      fichier: 'departements',
    }
  },
})

export const departement = ressource({
  adresse: ADRESSES.departement,
  titre: 'Un département, avec ses chiffres par ruralité',
  reponse: reponseSeule('departement', COMPLET),
  objet: COMPLET,
  exemples: ['departements/23', 'departements/23?fields=nom,lieux,ruralite'],
  repondre: repondreDepartement,
})

function repondreDepartement({ context: { db }, params }: Demande<typeof ADRESSES.departement.table>): Reponse {
  const voulu = readDepartementCode(params.code ?? '')
  const found = chiffresDesDepartements(db).find(({ code }) => code === voulu)
  if (found === undefined) return probleme(404, 'Aucun département n’a ce code. Écrivez 01, 2A ou 974.')
  const { code, nom, region, cellules } = found
  return seul(
    { departement: { code, nom, region, ...parClasseJson(db, cellules) }, source: sourcesCouverture(db) },
    'departement',
  )
}

export const couverture = ressource({
  adresse: ADRESSES.couverture,
  titre: 'La France par ruralité, et à quelle distance d’un lieu on y habite',
  reponse: z.strictObject({ national: z.strictObject(PAR_CLASSE), source: Sources }),
  exemples: ['couverture'],
  repondre: ({ context: { db } }) =>
    seul({ national: parClasseJson(db, couvertureOf(db).cellules), source: sourcesCouverture(db) }),
})
