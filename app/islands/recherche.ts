import { go } from './filtres.ts'
import { type ListePropositions, listeUnder } from './liste-propositions.ts'
import { propose } from './propositions.ts'

const WAIT_MS = 150
const LETTERS_MIN = 2

const alive = new WeakSet<Element>()

/**
 * The choices of the search field as one types. The focus never leaves the field; when nothing answers nothing is
 * shown, and the form works as it did. A field that took the place of this one comes alive when it gets the focus.
 */
export function mount(element: HTMLElement): void {
  enliven(element)
  document.addEventListener('focusin', ({ target }) => {
    const other = target instanceof Element ? target.closest<HTMLElement>('[data-island=recherche]') : null
    if (other) enliven(other)
  })
}

function enliven(element: HTMLElement): void {
  const input = element.querySelector('input')
  const box = element.querySelector('.propositions')
  if (input === null || box === null || alive.has(input)) return
  alive.add(input)
  const liste = listeUnder(input, box, (href) => leave(input, href))
  listen(input, liste)
}

/** The choice takes the place of the text. */
function leave(input: HTMLInputElement, href: string): void {
  input.value = ''
  if (location.pathname === '/' && href.startsWith('/?')) go(href, '#resume')
  else location.assign(href)
}

function listen(input: HTMLInputElement, liste: ListePropositions): void {
  let timer: number | undefined
  async function look(): Promise<void> {
    const q = input.value.trim()
    if (q.length < LETTERS_MIN) return
    const resultats = await propose(q)
    // A newer text took over, or nothing answers, or the field was left meanwhile.
    if (resultats && input.value.trim() === q && document.activeElement === input) liste.show(resultats)
  }
  function close(): void {
    clearTimeout(timer)
    liste.close()
  }
  // What was understood is there to be replaced: another search does not begin by rubbing it out.
  input.addEventListener('focus', () => {
    if (input.value !== '' && input.value === input.defaultValue) input.select()
  })
  input.addEventListener('input', () => {
    clearTimeout(timer)
    liste.hush()
    if (input.value.trim().length < LETTERS_MIN) liste.close()
    else timer = window.setTimeout(look, WAIT_MS)
  })
  input.addEventListener('keydown', (event) => {
    const acts = liste.isOpen() ? event.key === 'Escape' : event.key === 'ArrowDown'
    if (!acts) return
    event.preventDefault()
    if (liste.isOpen()) close()
    else look()
  })
  input.addEventListener('blur', close)
  input.form?.addEventListener('submit', close)
}
