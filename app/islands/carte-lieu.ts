/**
 * A small live map over the drawing of where a place is, once that is in sight: neither React nor Leaflet is fetched by
 * who does not scroll to it. The drawing stays for screen readers and for paper; a map that cannot come changes nothing.
 */
export function mount(element: HTMLElement): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    start(element).catch(console.error)
  })
  observer.observe(element)
}

async function start(element: HTMLElement): Promise<void> {
  const { renderPlaceMap } = await import('#app/components/map/place-map-island.tsx')
  const carte = document.createElement('div')
  carte.className = 'carte carte-lieu'
  element.append(carte)
  await renderPlaceMap(carte, JSON.parse(element.dataset.props ?? '{}'))
  element.classList.add('plan-anime')
}
