/** Of an answer, what is shown under its address, in characters. */
const MONTRES = 4000

/** Examples answer under their address; without a script they are links. A click with a key opens them as any link. */
export function mount(element: HTMLElement): void {
  element.addEventListener('click', (event) => {
    const lien = (event.target as Element).closest('a')
    if (lien === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void montrer(lien)
  })
}

async function montrer(lien: HTMLAnchorElement): Promise<void> {
  const texte = sortieOf(lien)
  texte.textContent = 'Un instant…'
  try {
    const reponse = await fetch(lien.href)
    const recu = await reponse.text()
    const type = reponse.headers.get('Content-Type') ?? ''
    const ecrit = type.includes('json') ? JSON.stringify(JSON.parse(recu), null, 2) : recu
    const suite = ecrit.length > MONTRES ? '\n…' : ''
    texte.textContent = `${reponse.status} ${type}\n\n${ecrit.slice(0, MONTRES)}${suite}`
  } catch {
    texte.textContent = 'Le site n’a pas répondu. Réessayez.'
  }
}

/** Where the answer is written: under its link, made once. */
function sortieOf(lien: HTMLAnchorElement): HTMLElement {
  const known = lien.parentElement?.querySelector<HTMLElement>('pre')
  if (known) return known
  const sortie = document.createElement('pre')
  sortie.className = 'script'
  sortie.tabIndex = 0
  sortie.setAttribute('role', 'status')
  lien.after(sortie)
  return sortie
}
