/**
 * Started after the largest paint (app/starter.ts), on pages with islands only. Mounts each `[data-island]`; React
 * does not hydrate the page, which stays the document that the server sent. An island that cannot load changes nothing.
 */
type Island = { mount(element: HTMLElement): void }

const ISLANDS: Record<string, () => Promise<Island>> = {
  cadre: () => import('./islands/cadre.ts'),
  carte: () => import('./islands/carte.ts'),
  'carte-lieu': () => import('./islands/carte-lieu.ts'),
  integrer: () => import('./islands/integrer.ts'),
  filtres: () => import('./islands/filtres.ts'),
  position: () => import('./islands/position.ts'),
  recherche: () => import('./islands/recherche.ts'),
  depot: () => import('./islands/depot.ts'),
  partager: () => import('./islands/partager.ts'),
  'exemples-api': () => import('./islands/exemples-api.ts'),
  'carte-tableau': () => import('./islands/carte-tableau.ts'),
}

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  ISLANDS[element.dataset.island ?? '']?.().then(
    (island) => island.mount(element),
    (error) => console.error(error),
  )
}
