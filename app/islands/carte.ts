import { LOCALISER_SELECTOR, SHOW_MAP_EVENT } from '#app/components/map/events.ts'

/** Narrower, the drawn map of the home page stays drawn: the live one is a press away. */
const WIDE = '(min-width: 62rem)'

/**
 * The interactive map takes the place of the drawn one, as soon as it is in sight or a button asks for it: on a phone
 * that shows the list or the home page, neither React nor Leaflet is fetched.
 */
export function mount(element: HTMLElement): void {
  document.addEventListener(SHOW_MAP_EVENT, () => showVue('carte'))
  let started = false
  async function start(): Promise<void> {
    if (started) return
    started = true
    observer.disconnect()
    const { renderMap } = await import('#app/components/map/map-island.tsx')
    await renderMap(element)
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    if (document.getElementById('vues') || matchMedia(WIDE).matches) start().catch(console.error)
  })
  observer.observe(element)
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(LOCALISER_SELECTOR) : null
    if (button === null || started) return
    showVue('carte')
    // The map listens to the same buttons, once it is there to listen.
    start().then(() => button.click(), console.error)
  })
  document.documentElement.classList.add('avec-carte')
}

/** Shows the list or the map where a narrow screen holds one of them (`#vues` of pages/accueil), without a request. */
function showVue(vue: 'liste' | 'carte'): void {
  const vues = document.getElementById('vues')
  vues?.classList.toggle('montre-liste', vue === 'liste')
  vues?.classList.toggle('montre-carte', vue === 'carte')
  for (const link of document.querySelectorAll<HTMLElement>('#onglets a')) {
    if (link.dataset.vue === vue) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}
