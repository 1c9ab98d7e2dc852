import type { CleBesoin } from '#app/domain/besoins/besoins.ts'

/** A commune of today or an arrondissement. */
export type ChoixCommune = {
  type: 'commune' | 'arrondissement'
  /** As `commune=` takes it. */
  code: string
  nom: string
  /** The name that was recognised, when it is no longer that of the commune: distances are from the commune of today. */
  ancien: string | null
  departementCode: string
  departementNom: string
  /** Ascending, separated by a space; '' when none is known. */
  codesPostaux: string
  population: number
}

/** A department, or a territory made of several: a region, a former one, "outre-mer". */
export type ChoixTerritoire = {
  type: 'departement' | 'region'
  /** As `departement=` takes them, repeated. */
  codes: readonly string[]
  nom: string
  population: number
}

export type Choix = ChoixCommune | ChoixTerritoire

/** `corrige`: what was understood is not what was typed, and the page says so. */
export type Reponse = {
  /** One: go there. Several: ask which, in this order. Never empty. */
  choix: Choix[]
  /** Namesakes, neighbours of the postcode, spellings as near: links beside. */
  autres: Choix[]
  corrige: boolean
}

/** `franceServices`: the text asks for that network there. */
export type Territoires = (
  | { type: 'territoire'; territoire: Choix; autres: Choix[]; corrige: boolean }
  | { type: 'question'; choix: Choix[]; autres: Choix[]; corrige: boolean }
) & { franceServices?: true }

/** What a text means. The page never says "aucun lieu" of the last two. */
export type Intention =
  | { type: 'vide' }
  | Territoires
  /** `ou`: the territory named beside the need ("caf rodez"). */
  | { type: 'besoin'; cle: CleBesoin; ou: Choix | null }
  /** For the geocoder; `repli`: what its end or its postcode names, when it is silent. */
  | { type: 'adresse'; texte: string; repli: Choix[] }
  /** Places or employers bear these words; `proches`: communes that they may also mean. */
  | { type: 'noms'; texte: string; proches: Choix[] }
  | { type: 'rien'; proches: Choix[] }

/** What the field shows once it is understood: "Prades (66)", "Paris 13e", "Cantal". */
export function libelleDe(choix: Choix): string {
  return choix.type === 'commune' ? `${choix.nom} (${choix.departementCode})` : choix.nom
}

/** The parameters of the list that say where. */
export function paramsDe(choix: Choix): [name: 'commune' | 'departement', value: string][] {
  return 'codes' in choix ? choix.codes.map((code) => ['departement', code]) : [['commune', choix.code]]
}

/** Two choices that lead to the same list. */
export function idDe(choix: Choix): string {
  return 'codes' in choix ? choix.codes.map((code) => `d${code}`).join(' ') : choix.code
}
