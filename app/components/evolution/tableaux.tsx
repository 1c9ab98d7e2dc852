import type { Tableau as Table } from '#app/domain/tableau.ts'
import { Tableau } from '../tableau.tsx'

type Props = {
  tableaux: readonly Table[]
  /** Which of them, in this order; those that are not there are left out. */
  ids: readonly string[]
  /** The two dates as the page's query, "?de=…&a=…" or ''. */
  recherche: string
  trier: string | null
}

/** Tables of the page, with the addresses of their orders and files. */
export function Tableaux({ tableaux, ids, recherche, trier }: Props) {
  const found = ids.flatMap((id) => tableaux.find((tableau) => tableau.id === id) ?? [])
  return found.map((tableau) => (
    <Tableau
      key={tableau.id}
      tableau={tableau}
      trier={trier}
      hrefTri={isSortable(tableau) ? (asked) => `/evolution${withTri(recherche, asked)}#${tableau.id}` : undefined}
      hrefFichier={(extension) => `/evolution/${tableau.id}.${extension}${withTri(recherche, trier)}`}
    />
  ))
}

/** A few rows in a fixed order, or months in theirs, need none. */
function isSortable({ id, lignes }: Table): boolean {
  return lignes.length > 6 && id !== 'validations' && id !== 'listes'
}

function withTri(recherche: string, trier: string | null): string {
  const params = new URLSearchParams(recherche)
  if (trier) params.set('trier', trier)
  return params.size > 0 ? `?${params}` : ''
}
