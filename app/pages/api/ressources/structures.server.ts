import type { z } from 'zod'
import { EMPLOYEURS } from '#app/domain/filters/columns.ts'
import { missing } from '#app/domain/parametres.ts'
import { communeOfToday } from '#app/pages/territoires/commune/demande.server.ts'
import type { Db } from '#db/connect.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { type StructureResume, structureByCle, structuresAsked, structuresByIds } from '#db/structures.server.ts'
import { ADRESSES, LIMIT_DEFAUT } from '../parametres.ts'
import { probleme, refuseFautes } from '../probleme.server.ts'
import { reponseDeListe, reponseSeule } from '../reponses.server.ts'
import { type Definition, type Demande, point, type Reponse, ressource, seul } from '../ressource.server.ts'
import { Structure, StructureComplete } from '../schemas.server.ts'
import { COMMUNE_INCONNUE } from './commune-lieux.server.ts'

const LISTE = ADRESSES.structures
const UNE = ADRESSES.structure
const STRUCTURE: Definition = { schema: Structure, cle: 'id', geometrie: point }
const COMPLETE: Definition = { schema: StructureComplete, cle: 'id', geometrie: point }
const ENSEMBLE = 100

export const structures = ressource({
  adresse: LISTE,
  titre: 'Les employeurs de postes validés',
  description: 'Par département, puis par nom. Un employeur est placé à la commune de ses postes.',
  reponse: reponseDeListe('structures', STRUCTURE),
  objet: STRUCTURE,
  exemples: [
    'structures?departement=23',
    'structures?employeur=prive&limit=10&fields=nom,postes',
    'structures.csv?departement=66',
  ],
  repondre: repondreListe,
})

export const structure = ressource({
  adresse: UNE,
  titre: 'Un employeur, ses postes et ses lieux connus',
  description: 'Par son SIRET, ou par la fin de l’adresse de sa page.',
  reponse: reponseSeule('structure', COMPLETE),
  objet: COMPLETE,
  exemples: ['structures/$structure'],
  repondre: repondreUne,
})

function repondreListe({ context, values, format }: Demande<typeof LISTE.table>): Reponse {
  const { db, publicUrl } = context
  const { departement, employeur, limit, page } = values
  const commune = values.commune === null ? null : communeOfToday(db, values.commune)
  if (values.commune !== null && commune === null)
    return refuseFautes([
      { ...missing('commune', ''), message: `Le paramètre « commune » : ${COMMUNE_INCONNUE}` },
    ]) as Response
  const types = employeur.map((cle) => EMPLOYEURS[cle])
  const ids = structuresAsked(db, { departement, commune, types })
  const par = limit ?? (format === 'json' ? LIMIT_DEFAUT : null)
  const from = par === null ? 0 : (page - 1) * par
  return {
    ...{ sorte: 'liste', nom: 'structures', total: ids.length, page, limit: par, tete: {}, sans: [] },
    morceaux: parCent(db, par === null ? ids : ids.slice(from, from + par), publicUrl),
    source: sourcesOf(db, 'structures'),
    fichier: 'employeurs-de-conseillers-numeriques',
  }
}

function* parCent(db: Db, ids: readonly number[], publicUrl: string): Iterable<z.output<typeof Structure>[]> {
  for (let from = 0; from < ids.length; from += ENSEMBLE)
    yield structuresByIds(db, ids.slice(from, from + ENSEMBLE)).map((one) => structureJson(one, publicUrl))
}

type Ecrite = Omit<StructureResume, 'id'>

function structureJson(one: Ecrite, publicUrl: string): z.output<typeof Structure> {
  return {
    id: one.cle,
    siret: one.siret,
    nom: one.nom,
    type: one.type,
    adresse: one.adresse,
    code_postal: one.codePostal,
    code_insee: one.communeCode,
    commune: one.communeNom,
    departement: one.departementCode,
    departement_nom: one.departementNom,
    ruralite: one.ruralite,
    densite: one.densite,
    latitude: one.lat,
    longitude: one.lon,
    precision: one.precision,
    postes: one.postes,
    date_validation: one.dateValidation,
    url: `${publicUrl}/structures/${one.cle}`,
  }
}

function repondreUne({ context, params }: Demande<typeof UNE.table>): Reponse {
  const { db, publicUrl } = context
  const found = structureByCle(db, params.siret ?? '')
  if (found === null)
    return probleme(404, 'Aucun employeur n’a ce numéro SIRET. Cherchez-le par son nom : /api/v1/recherche?q=…')
  const complete: z.output<typeof StructureComplete> = {
    ...structureJson(found, publicUrl),
    lignes: found.lignes.map(({ nombre, dateValidation, investissement, departementCode, zrr, qpv }) => {
      return { postes: nombre, date_validation: dateValidation, investissement, departement: departementCode, zrr, qpv }
    }),
    lieux: found.lieuxConnus.map(({ id, nom, communeNom, rapprochement }) => {
      return { id, nom, commune: communeNom, rapprochement, url: `${publicUrl}/lieux/${id}` }
    }),
  }
  return seul({ structure: complete, source: sourcesOf(db, 'structures') }, 'structure')
}
