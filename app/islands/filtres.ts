import { PROPS_EVENT } from '#app/components/map/events.ts'
import { rankMine } from './autour.ts'
import { morph } from './morph.ts'
import { isSameBut, returnToVue, withVueChoisie } from './vues.ts'

let pending: AbortController | undefined
/** The address whose answer the page shows. */
let shown = location.href

/**
 * Filters that answer at once: the same GET as the form's, whose answer replaces the parts of the page that say
 * something of it. The map stays mounted and gets its new props. Whatever fails, the browser goes there by itself.
 */
export function mount(form: HTMLElement): void {
  form.addEventListener('change', (event) => {
    const { target } = event
    const answers =
      target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'checkbox')
    if (answers) void go(withVueChoisie(urlOf(form)))
  })
  form.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-changer]')) unfold(form, event)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void go(withVueChoisie(urlOf(form)), '#resume')
  })
  // On a slow line a box may be ticked before the scripts are there.
  if (isChanged(form as HTMLFormElement)) void go(urlOf(form))
  document.addEventListener('click', onClick)
  addEventListener('popstate', () => {
    if (isSameBut(location.href, shown)) returnToVue()
    else show(location.href).catch(() => location.reload())
  })
}

/** On a phone the form is one line: pressed, it is whole again, and one writes. */
function unfold(form: HTMLElement, event: Event): void {
  event.preventDefault()
  writeElsewhere(form)
}

/** The whole form, at its field. */
export function writeElsewhere(form = document.getElementById('chercher')): void {
  form?.classList.add('deplie')
  const field = form?.querySelector<HTMLInputElement>('#q')
  field?.focus()
  field?.select()
}

/** A box or a list says something else than the page that was sent. */
function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLInputElement) return field.type === 'checkbox' && field.checked !== field.defaultChecked
    return field instanceof HTMLSelectElement && [...field.options].some((one) => one.selected !== one.defaultSelected)
  })
}

function urlOf(form: HTMLElement): string {
  const asked = [...new FormData(form as HTMLFormElement)].filter(([, value]) => value !== '')
  const search = new URLSearchParams(asked as [string, string][]).toString()
  // From a list one goes to a list.
  return search === '' && document.getElementById('vues') ? '/?vue=liste' : `/?${search}`
}

/**
 * Links of the replaced parts that lead to the same page: a filter removed, another page; and the map's own,
 * "Rechercher dans cette zone".
 */
function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const region = link?.closest<HTMLElement>('[data-region], [data-va-a-la-liste]')
  if (!link || !region || event.defaultPrevented || event.button !== 0) return
  // Both views are there already (carte.ts).
  if (region.dataset.region === 'onglets') return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  if (link.origin !== location.origin || link.pathname !== '/' || link.hash !== '') return
  event.preventDefault()
  void go(withVueChoisie(link.href), focusAfter(link, region.dataset.region ?? ''))
}

// The link that was pressed may be gone: the focus goes to what it changed, or to the link that takes its place.
function focusAfter(link: HTMLElement, region: string): string {
  return link.id === '' ? (region === 'liste' ? '#liste' : '#resume') : `#${link.id}`
}

/** Resolves once the page says what the URL asks. Whatever fails, the browser goes there by itself. */
export async function go(url: string, focus?: string): Promise<void> {
  try {
    const answered = await show(url)
    if (answered === null) return
    if (new URL(answered, location.href).href !== location.href) history.pushState(null, '', answered)
    if (focus) document.querySelector<HTMLElement>(focus)?.focus()
    if (focus === '#resume') showUnderstood()
  } catch {
    location.assign(url)
  }
}

/** Resolves to the address that answered, a text being led to the place that it names; to null when a newer request took over. Rejects when the answer is not such a page. */
async function show(url: string): Promise<string | null> {
  pending?.abort()
  const mine = new AbortController()
  pending = mine
  const vues = document.getElementById('vues')
  vues?.setAttribute('aria-busy', 'true')
  const slow = setTimeout(sayBusy, BUSY_AFTER_MS)
  try {
    const response = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } })
    // 400 is a page too: the form, with the filter that means nothing named.
    if (!response.ok && response.status !== 400) throw new Error(`${url}: ${response.status}`)
    // Elsewhere than on the list: the browser goes there.
    if (response.redirected && new URL(response.url).pathname !== '/') throw new Error(`${url}: ${response.url}`)
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    rankMine(next, response.url)
    replaceRegions(next)
    vues?.removeAttribute('aria-busy')
    shown = response.redirected ? response.url : new URL(url, location.href).href
    return response.redirected ? response.url : url
  } catch (error) {
    if (mine.signal.aborted) return null
    throw error
  } finally {
    clearTimeout(slow)
  }
}

/** On a slow line, a person who pressed something reads that it was heard. */
const BUSY_AFTER_MS = 400

function sayBusy(): void {
  const phrase = document.getElementById('resume')
  if (phrase) phrase.textContent = 'Recherche en cours…'
}

function replaceRegions(next: Document): void {
  const regions = document.querySelectorAll<HTMLElement>('[data-region]')
  // The home page and the list are not made of the same parts.
  if (regions.length !== next.querySelectorAll('[data-region]').length) throw new Error('Another page in the answer')
  document.getElementById('chercher')?.classList.remove('deplie')
  const pairs = [...regions].map((own) => {
    const other = next.getElementById(own.id)
    if (other === null) throw new Error(`No region ${own.id} in the answer`)
    return [own, other] as const
  })
  for (const [own, other] of pairs) {
    own.hidden = other.hidden
    if (own.dataset.region === 'filtres') morph(own, other)
    else own.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)))
  }
  document.title = next.title
  copyAttribute(next, '#q', 'value')
  copyAttribute(next, '#vues', 'class')
  delete document.getElementById('vues')?.dataset.choisie
  copyAttribute(next, 'link[rel=canonical]', 'href')
  if (copyAttribute(next, '[data-island=carte]', 'data-props')) {
    document.querySelector('[data-island=carte]')?.dispatchEvent(new CustomEvent(PROPS_EVENT))
  }
  // Last: the sentence is read aloud when it changes.
  const [phrase, nouvelle] = [document.getElementById('resume'), next.getElementById('resume')]
  if (phrase && nouvelle) phrase.textContent = nouvelle.textContent
}

/** The field says what was understood of it, once it was sent. */
function showUnderstood(): void {
  const field = document.querySelector<HTMLInputElement>('#q')
  if (field) field.value = field.defaultValue
}

/** True when the attribute changed. */
function copyAttribute(next: Document, selector: string, name: string): boolean {
  const [own, other] = [document.querySelector(selector), next.querySelector(selector)]
  const value = other?.getAttribute(name) ?? ''
  if (own === null || own.getAttribute(name) === value) return false
  own.setAttribute(name, value)
  return true
}
