import { GIVE_BACK_EVENT, LOCALISER_SELECTOR, SHOW_MAP_EVENT } from '#app/components/map/events.ts'
import { giveBack, goToVue, leaveForMap } from './vues.ts'

/** Narrower, the drawn map of the home page stays drawn: the live one is a press away. */
const WIDE = '(min-width: 62rem)'

/**
 * The interactive map takes the place of the drawn one, as soon as it is in sight or a button asks for it: on a phone
 * that shows the list or the home page, neither React nor Leaflet is fetched.
 */
export function mount(element: HTMLElement): void {
  let [started, listens] = [null as Promise<void> | null, false]
  function start(): Promise<void> {
    observer.disconnect()
    started ??= bring(element).then(
      () => {
        listens = true
      },
      (error) => {
        // Another press tries again.
        started = null
        throw error
      },
    )
    return started
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    if (document.getElementById('vues') || matchMedia(WIDE).matches) start().catch(console.error)
  })
  observer.observe(element)
  document.addEventListener(SHOW_MAP_EVENT, (event) => leaveForMap((event as CustomEvent<Element>).detail))
  document.addEventListener(GIVE_BACK_EVENT, (event) => giveBack((event as CustomEvent<HTMLElement>).detail))
  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target : null
    const button = pressed?.closest<HTMLElement>(LOCALISER_SELECTOR)
    if (button && !listens) {
      leaveForMap(button)
      // The map listens to the same buttons, once it is there to listen.
      start().then(() => button.click(), console.error)
    }
    const vue = pressed?.closest<HTMLElement>('#onglets a')?.dataset.vue
    if (vue === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goToVue(vue === 'carte' ? 'carte' : 'liste')
    if (vue !== 'carte') return
    start().catch(console.error)
    element.scrollIntoView({ block: 'start' })
  })
  document.documentElement.classList.add('avec-carte')
}

/** All of it at once: the points and the outlines, React, and Leaflet, whose failure the map says itself. */
async function bring(element: HTMLElement): Promise<void> {
  const start = import('#app/components/map/start.ts')
  const island = import('#app/components/map/map-island.tsx')
  import('#app/components/map/places-map.client.tsx').catch(() => {})
  const started = (await start).startMap(JSON.parse(element.dataset.props ?? '{}'))
  await (await island).renderMap(element, started)
}
