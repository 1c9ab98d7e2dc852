import { morph } from './morph.ts'

let pending: AbortController | undefined

/**
 * The frame and its code follow what is chosen: the same GET as the form's, of which the parts that say it are taken.
 * Whatever fails, the form is still there to be sent.
 */
export function mount(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return
  form.addEventListener('change', ({ target }) => {
    // A place is read when it is sent: half a name is no place.
    if (target instanceof HTMLInputElement && target.name === 'q') return
    follow(form).catch(() => undefined)
  })
}

const CODES = ['code-cadre', 'code-script', 'code-element']

async function follow(form: HTMLFormElement): Promise<void> {
  pending?.abort()
  const mine = new AbortController()
  pending = mine
  const asked = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
  const response = await fetch(`${form.action}?${new URLSearchParams(asked)}`, { signal: mine.signal })
  // What is refused is said by the page, once the form is sent.
  if (!response.ok) return
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const id of CODES) {
    const [own, other] = [document.getElementById(id), next.getElementById(id)]
    if (own && other) own.textContent = other.textContent
  }
  const [own, other] = [document.getElementById('integrer-filtres'), next.getElementById('integrer-filtres')]
  if (own && other) morph(own, other)
  showFrame(next)
  history.replaceState(null, '', response.url)
}

function showFrame(next: Document): void {
  const [own, other] = [document.getElementById('apercu'), next.getElementById('apercu')]
  if (!(own instanceof HTMLIFrameElement && other instanceof HTMLIFrameElement)) return
  own.title = other.title
  own.height = other.height
  const src = new URL(other.getAttribute('src') ?? '', location.href).href
  // Replaced, so that "back" leaves the page and not each choice.
  if (own.contentWindow?.location.href !== src) own.contentWindow?.location.replace(src)
}
