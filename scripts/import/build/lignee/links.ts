import type { LieuConnu } from '#app/lecture/join-lieux.ts'
import type { Trace } from './trace.ts'

/** What a place of one file may share with the same place in another file. */
type Marques = Pick<LieuConnu, 'bases' | 'homonymes' | 'adresses' | 'publies'> & {
  /** Code of its commune, else its name or its postcode: where an identifier may be believed. */
  commune: string
}

export type Lien = {
  keysOf: (marques: Marques) => Iterable<string>
  /** It holds only where it names one place on each side. */
  unique: boolean
  /** Of two places that it leads to one, the other was taken over. */
  reunit: boolean
}

/** What makes two places of two files the same, the surest first. */
export const LIENS: readonly Lien[] = [
  { keysOf: ({ bases, adresses }) => basesSures(bases, adresses), unique: false, reunit: true },
  { keysOf: ({ commune, publies }) => publies.map((id) => `${commune}|${id}`), unique: true, reunit: true },
  { keysOf: ({ homonymes }) => homonymes, unique: false, reunit: true },
  { keysOf: ({ bases }) => bases.filter(isNom), unique: true, reunit: false },
  {
    keysOf: ({ commune, adresses }) => adresses.map((adresse) => `${commune}|${adresse}`),
    unique: true,
    reunit: false,
  },
]

/** The keys of a place by a link; those of two networks are never the same. */
export function* clesDe({ known, fiche }: Trace, { keysOf }: Lien): Generator<string> {
  const { reseau, communeCode, communeNom, codePostal, departementCode } = fiche
  const commune = communeCode ?? communeNom ?? codePostal ?? departementCode
  for (const key of keysOf({ ...known, commune })) yield `${reseau}|${key}`
}

/** A name in a commune is sure with its address; the other bases are sure by themselves. */
function* basesSures(bases: readonly string[], adresses: readonly string[]): Generator<string> {
  for (const base of bases) {
    if (!isNom(base)) yield base
    else for (const adresse of adresses.length > 0 ? adresses : ['']) yield `${base}|${adresse}`
  }
}

function isNom(base: string): boolean {
  return base.startsWith('nom|')
}
