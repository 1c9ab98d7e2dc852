import { Tableau } from '#app/components/tableau.tsx'
import type { Tableau as Table } from '#app/domain/chiffres/tableau.ts'
import { withTrier } from '#app/domain/parametres/trier.ts'

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
  return found.map((tableau) => {
    const tri = isSortable(tableau.id) ? trier : null
    return (
      <Tableau
        key={tableau.id}
        tableau={tableau}
        methode="evolution"
        trier={tri}
        hrefTri={
          isSortable(tableau.id) ? (asked) => `/evolution${withTrier(recherche, asked)}#${tableau.id}` : undefined
        }
        hrefFichier={(extension) => `/evolution/${tableau.id}.${extension}${withTrier(recherche, tri)}`}
      />
    )
  })
}

/** Tables of detail, closed until asked for; open when the order asked is one of their own columns. */
export function TableauxPlies({ titre, ...props }: Props & { titre: string }) {
  const asked = props.trier?.replace(/^-/, '')
  const open = props.tableaux.some(
    ({ id, colonnes }) => props.ids.includes(id) && colonnes.slice(2).some(({ cle }) => cle === asked),
  )
  return (
    <details className="pli" open={open}>
      <summary>{titre}</summary>
      <div className="pli-contenu">
        <Tableaux {...props} />
      </div>
    </details>
  )
}

/** What `trier` puts in order, on the page and in the files: not what is in the order of time, or adds up line by line. */
export function isSortable(id: string): boolean {
  return /^(regions|departements|employeurs-)/.test(id)
}
