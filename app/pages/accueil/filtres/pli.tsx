import type { ReactNode } from 'react'
import type { Option } from '#app/pages/accueil/choix.tsx'

/** A fold of the form; its line says how much is chosen in it. */
export function Pli({
  id,
  titre,
  defile,
  children,
}: {
  id: string
  titre: string
  defile?: boolean
  children: ReactNode
}) {
  return (
    <details className="pli" id={id}>
      <summary>{titre}</summary>
      <div className={defile ? 'pli-contenu defile' : 'pli-contenu'}>{children}</div>
    </details>
  )
}

/** " : 2 choisis", or nothing. */
export function nombreChoisi(options: readonly Option[]): string {
  const nombre = options.filter(({ choisi }) => choisi).length
  if (nombre === 0) return ''
  return nombre === 1 ? ' : 1 choisi' : ` : ${nombre} choisis`
}
