import { ChampRecherche } from './champ-recherche.tsx'

/** One field that leads to the list: for pages that are not the list. */
export function RechercheSimple() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form className="recherche-simple" action="/" method="get" role="search">
      <ChampRecherche />
    </form>
  )
}
