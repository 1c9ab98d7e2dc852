/**
 * The list or the map, where a narrow screen holds one of them (`#vues` of pages/accueil): which is shown, without a
 * request. What the visitor chose here goes on from one answer to the next (`vueChoisie`).
 */
type Vue = 'liste' | 'carte'

/** The card that was left for the map, and how far the list was scrolled: kept in the history, for "back". */
type Depart = { carte: string; y: number }

const vues = () => document.getElementById('vues')

/** The other view of the same answer, both being there: a step of the history, and no request. */
export function goToVue(vue: Vue): void {
  history.pushState(null, '', withVue(location.href, vue))
  showVue(vue)
  document.getElementById(vue)?.focus({ preventScroll: true })
}

function showVue(vue: Vue): void {
  const own = vues()
  if (own === null) return
  own.classList.toggle('montre-liste', vue === 'liste')
  own.classList.toggle('montre-carte', vue === 'carte')
  // A wide screen shows both.
  if (document.getElementById('onglets')?.getClientRects().length) own.dataset.choisie = vue
  for (const link of document.querySelectorAll<HTMLElement>('#onglets a')) {
    if (link.dataset.vue === vue) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** The same address, showing what the visitor shows now. */
export function withVueChoisie(url: string): string {
  const choisie = vues()?.dataset.choisie
  return choisie === undefined ? url : withVue(url, choisie as Vue)
}

function withVue(url: string, vue: Vue): string {
  const { pathname, searchParams, hash } = new URL(url, location.href)
  searchParams.set('vue', vue)
  return `${pathname}?${searchParams}${hash}`
}

/** They ask the same, whichever of the two is shown. */
export function isSameBut(a: string, b: string): boolean {
  return withVue(a, 'liste').replace(/#.*/, '') === withVue(b, 'liste').replace(/#.*/, '')
}

/**
 * A button of a card leads to the map: where the map takes the place of the list, that is a step of the history, so that
 * "back" returns to the list as it was, at this card.
 */
export function leaveForMap(from: Element): void {
  const carte = from.closest('[id^="l-"]')
  const covered = document.querySelector('.vue-carte')?.getClientRects().length === 0
  if (covered && vues() !== null && carte !== null) {
    const depart: Depart = { carte: carte.id, y: scrollY }
    history.replaceState({ ...history.state, depart }, '')
    history.pushState({ venu: true }, '', withVue(location.href, 'carte'))
  }
  showVue('carte')
}

/** The panel was closed: the focus goes back to the button that opened it, with the list if it is hidden. */
export function giveBack(from: HTMLElement): void {
  const hidden = from.getClientRects().length === 0
  // The step that led here is undone, which shows the list (`returnToVue`).
  if (hidden && history.state?.venu) {
    history.back()
    return
  }
  if (hidden) showVue('liste')
  from.focus()
}

/** The history went back or forth between the list and the map of the same list. */
export function returnToVue(): void {
  const depart = history.state?.depart as Depart | undefined
  const asked = new URLSearchParams(location.search).get('vue')
  showVue(asked === 'carte' ? 'carte' : 'liste')
  if (depart === undefined) return
  document.querySelector<HTMLElement>(`#${CSS.escape(depart.carte)} .localiser`)?.focus({ preventScroll: true })
  scrollTo(0, depart.y)
  // The browser puts its own scroll back after this event, as far as the shorter page of the map allowed.
  requestAnimationFrame(() => scrollTo(0, depart.y))
}
