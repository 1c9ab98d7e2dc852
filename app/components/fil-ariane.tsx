import type { Etape } from '#app/domain/territoires/fil-ariane.ts'

/** Where a territory stands, from the list of departments down; the last step is the page itself. */
export function Fil({ etapes }: { etapes: readonly Etape[] }) {
  return (
    <nav className="fil" aria-label="Fil d’Ariane">
      <ol>
        {etapes.map(([nom, chemin], rang) => (
          <li key={chemin}>
            {rang === etapes.length - 1 ? <span aria-current="page">{nom}</span> : <a href={chemin}>{nom}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
