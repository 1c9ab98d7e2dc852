import { z } from 'zod'
import { chiffresDesEpci } from '#app/pages/territoires/epci/epci.server.ts'
import { communesDeEpci } from '#db/territoires/communes-chiffrees.server.ts'
import { isInconnu, sourcesCouverture, TERRITOIRE, territoireJson } from '../chiffres-json.server.ts'
import { ADRESSES, LIMIT_DEFAUT } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { reponseDeListe, reponseSeule } from '../reponses.server.ts'
import { type Definition, type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'
import { chiffres } from '../schemas.server.ts'

const nomme = {
  siren: z.string(),
  nom: z.string(),
  departement: z.string().nullable().describe('Où sont le plus de ses communes.'),
}
const Epci = z
  .strictObject({ ...nomme, ...chiffres(TERRITOIRE) })
  .meta({ id: 'Epci', description: 'Une intercommunalité, avec ses chiffres.' })
const EpciComplet = Epci.extend({
  communes: z.array(
    z.strictObject({
      code: z.string(),
      nom: z.string(),
      population: z.int(),
      lieux: z.int().nullable(),
      postes: z.int().nullable(),
      distance_km: z.number().nullable().describe('Du centre de la commune au lieu le plus proche, à vol d’oiseau.'),
    }),
  ),
}).meta({ id: 'EpciComplet', description: 'Une intercommunalité, avec ses chiffres et ceux de ses communes.' })

const EPCI: Definition = { schema: Epci, cle: 'siren' }
const COMPLET: Definition = { schema: EpciComplet, cle: 'siren' }

export const epcis = ressource({
  adresse: ADRESSES.epcis,
  titre: 'Les intercommunalités, avec leurs chiffres',
  description: 'De la plus peuplée à la moins peuplée.',
  reponse: reponseDeListe('epci', EPCI),
  objet: EPCI,
  exemples: ['epci?departement=66', 'epci.csv?departement=23'],
  repondre: repondreListe,
})

export const epci = ressource({
  adresse: ADRESSES.epci,
  titre: 'Une intercommunalité et ses communes',
  reponse: reponseSeule('epci', COMPLET),
  objet: COMPLET,
  exemples: ['epci/$epci'],
  repondre: repondreUn,
})

function repondreListe({ context: { db }, values, format }: Demande<typeof ADRESSES.epcis.table>): Reponse {
  const { departement, limit, page } = values
  const tous = chiffresDesEpci(db).filter(
    (one) => departement.length === 0 || (one.departement !== null && departement.includes(one.departement)),
  )
  const par = limit ?? (format === 'json' ? LIMIT_DEFAUT : null)
  const from = par === null ? 0 : (page - 1) * par
  const montres = par === null ? tous : tous.slice(from, from + par)
  return {
    ...{ sorte: 'liste', nom: 'epci', total: tous.length, page, limit: par, tete: {}, sans: [] },
    morceaux: [
      montres.map(({ code, nom, departement, cellules }) => {
        return { siren: code, nom, departement, ...territoireJson(db, cellules) }
      }),
    ],
    source: sourcesCouverture(db),
    fichier: 'intercommunalites',
  }
}

function repondreUn({ context: { db }, params }: Demande<typeof ADRESSES.epci.table>): Reponse {
  const found = chiffresDesEpci(db).find(({ code }) => code === params.siren)
  if (found === undefined)
    return probleme(404, 'Aucune intercommunalité n’a ce numéro SIREN de neuf chiffres. Toutes : /api/v1/epci')
  const { code, nom, departement, cellules } = found
  const siennes = communesDeEpci(db, code)
  const communes = siennes.map((one) => ({
    ...{ code: one.code, nom: one.nom, population: one.population, distance_km: one.km },
    lieux: isInconnu(db, 'lieux') ? null : one.lieux,
    postes: isInconnu(db, 'postes') ? null : one.postes,
  }))
  const complet = { siren: code, nom, departement, ...territoireJson(db, cellules), communes }
  return seul({ epci: complet, source: sourcesCouverture(db) }, 'epci')
}
