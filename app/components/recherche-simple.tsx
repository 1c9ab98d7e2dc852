import type { ComponentProps } from 'react'
import { ChampRecherche } from './champ-recherche.tsx'

type Props = Omit<ComponentProps<typeof ChampRecherche>, 'children'> & { action?: string }

/** One field that leads to the list, or to `action`: for pages that are not the list. */
export function RechercheSimple({ action = '/', ...champ }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form className="recherche-simple" action={action} method="get" role="search">
      <ChampRecherche {...champ} />
    </form>
  )
}
