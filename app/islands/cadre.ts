/** What a frame says to the page that holds it; public/embed.js reads it. */
const TYPE = 'conseillers-numeriques'

/** Says how high the content of a frame is, each time it changes: no one learns more of it than its own page shows. */
export function mount(element: HTMLElement): void {
  if (parent === window) return
  const say = () => {
    const hauteur = Math.ceil(element.getBoundingClientRect().height)
    parent.postMessage({ type: TYPE, hauteur }, '*')
  }
  new ResizeObserver(say).observe(element)
}
