import { ChampRecherche } from './champ-recherche.tsx'

/** One field that leads to the list, or to `action`: for pages that are not the list. */
export function RechercheSimple({ action = '/', q }: { action?: string; q?: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form className="recherche-simple" action={action} method="get" role="search">
      <ChampRecherche q={q} />
    </form>
  )
}
