import { lieuxNommes } from './colonnes.server.ts'
import type { Db } from './connect.server.ts'
import { fichesByNumeros } from './lieux.server.ts'
import { searchNumeros } from './recherche.server.ts'
import { fichesStructures } from './structures.server.ts'

/** `code`: id of a place, key of an employer; `contexte` tells those of one name apart. */
export type Nomme = { type: 'lieu' | 'structure'; code: string; nom: string; contexte: string }

/** What bears the words of a text: places first, then employers, `limit` of each at most. */
export function searchNoms(db: Db, q: string, limit: number): Nomme[] {
  const lieux = fichesByNumeros(db, lieuxNommes(db, q).slice(0, limit))
  const ids = [...(searchNumeros(db, 'structure', q) ?? [])].slice(0, limit)
  return [
    ...lieux.map(({ id, nom, adresse, codePostal, commune }): Nomme => {
      return { type: 'lieu', code: id, nom, contexte: said(', ', adresse, said(' ', codePostal, commune)) }
    }),
    ...fichesStructures(db, ids).map(({ cle, nom, codePostal, commune }): Nomme => {
      return { type: 'structure', code: cle, nom, contexte: said(' ', codePostal, commune) }
    }),
  ]
}

function said(between: string, ...words: (string | null)[]): string {
  return words.filter(Boolean).join(between)
}
