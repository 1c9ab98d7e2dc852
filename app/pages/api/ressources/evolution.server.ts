import { z } from 'zod'
import { BILAN_VIDE, type Bilan } from '#app/domain/evolution/bilan.ts'
import { type Comparaison, evolutionOf } from '#app/pages/evolution/evolution.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { ADRESSES } from '../parametres.ts'
import { refuseFautes } from '../probleme.server.ts'
import { type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'
import { Sources } from '../schemas.server.ts'

const DITS: Record<keyof Bilan, string> = {
  avant: 'Postes validés de la première liste.',
  apres: 'Postes validés de la seconde.',
  apparus: 'Postes qu’un employeur a en plus.',
  disparus: 'Postes qu’un employeur a en moins.',
  sansAvant: 'Postes de lignes sans SIRET, avant.',
  sansApres: 'Postes de lignes sans SIRET, après.',
  plus: 'Employeurs qui ont plus de postes.',
  autant: 'Employeurs qui en ont autant.',
  moins: 'Employeurs qui en ont moins.',
  nouveaux: 'Employeurs nouveaux.',
  sansPoste: 'Employeurs encore dans la liste, avec 0 poste.',
  absents: 'Employeurs qui n’y sont plus.',
}
const CLES = Object.keys(BILAN_VIDE) as (keyof Bilan)[]
const nomDe = (cle: string) => cle.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`)

const bilan = Object.fromEntries(CLES.map((cle) => [nomDe(cle), z.int().describe(DITS[cle])]))
const nomme = { code: z.string(), nom: z.string() }

export const evolution = ressource({
  adresse: ADRESSES.evolution,
  titre: 'Les postes validés, d’une liste publiée à une autre',
  description: 'Les deux listes les plus éloignées, ou celles de « de » et de « a ». Les lieux n’ont pas d’évolution.',
  reponse: z.strictObject({
    listes: z.array(z.strictObject({ date: z.string(), postes: z.int() })).describe('Les listes connues.'),
    periode: z.strictObject({ de: z.string(), a: z.string() }).nullable().describe('null : il n’y a pas deux listes.'),
    ensemble: z.strictObject(bilan).nullable(),
    departements: z.array(z.strictObject({ ...nomme, ...bilan })),
    regions: z.array(z.strictObject({ nom: z.string(), ...bilan })),
    ruralite: z.array(z.strictObject({ classe: z.string(), ...bilan })),
    source: Sources,
  }),
  exemples: ['evolution'],
  repondre,
})

function repondre({ context: { db }, query }: Demande<typeof ADRESSES.evolution.table>): Reponse {
  const { millesimes, errors, comparaison, departements } = evolutionOf(db, query)
  const refused = refuseFautes(errors)
  if (refused) return refused
  const noms = new Map(departements.map(({ code, nom }) => [code, nom]))
  const rows = (of: keyof Pick<Comparaison, 'parDepartement' | 'parRegion' | 'parRuralite'>) =>
    [...(comparaison?.[of] ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  return seul({
    listes: millesimes.map(({ date, postes }) => ({ date, postes })),
    periode: comparaison && { de: comparaison.de.date, a: comparaison.a.date },
    ensemble: comparaison && bilanJson(comparaison.ensemble),
    departements: rows('parDepartement').map(([code, one]) => ({
      code,
      nom: noms.get(code) ?? code,
      ...bilanJson(one),
    })),
    regions: rows('parRegion').map(([nom, one]) => ({ nom: nom || 'Hors région', ...bilanJson(one) })),
    ruralite: rows('parRuralite').map(([classe, one]) => ({ classe, ...bilanJson(one) })),
    source: sourcesOf(db, 'structures'),
  })
}

function bilanJson(one: Bilan): Record<string, number> {
  return Object.fromEntries(CLES.map((cle) => [nomDe(cle), one[cle]]))
}
