/**
 * Buttons that a page without a script must not show: the browser's own share sheet before the links that send the same
 * message, "Copier l’adresse" after what can be copied. Where the browser has neither, nothing is added.
 */
export function mount(element: HTMLElement): void {
  const texte = element.querySelector<HTMLElement>('.a-copier')
  if (texte) addCopier(element, texte)
  else addPartager(element)
}

/** A refusal selects the text, for the keyboard or the finger to copy. */
function addCopier(element: HTMLElement, texte: HTMLElement): void {
  if (!navigator.clipboard) return
  const { nom = '', fait = '' } = element.dataset
  const dire = annonce()
  const copier = bouton(`Copier ${nom}`, () =>
    navigator.clipboard.writeText(texte.textContent ?? '').then(
      () => dire.say(fait),
      () => {
        getSelection()?.selectAllChildren(texte)
        dire.say('Copie refusée\u00a0: le texte est sélectionné, copiez-le.')
      },
    ),
  )
  element.append(' ', copier, ' ', dire.element)
}

function addPartager(element: HTMLElement): void {
  const { titre = '', url = '' } = element.dataset
  const sms = element.querySelector<HTMLAnchorElement>('a[href^="sms:"]')
  const message = new URLSearchParams(sms?.search).get('body') ?? ''
  const partage = { title: titre, text: message.slice(0, -url.length).trim(), url }
  if (!navigator.share || navigator.canShare?.(partage) === false) return
  const dire = annonce()
  const partager = bouton('Partager', () =>
    navigator.share(partage).catch((error: Error) => {
      // AbortError: the person closed the sheet.
      if (error.name !== 'AbortError') dire.say('Le partage n’a pas abouti\u00a0: envoyez un SMS ou un e-mail.')
    }),
  )
  const ligne = document.createElement('li')
  ligne.append(partager, ' ', dire.element)
  element.prepend(ligne)
}

function bouton(texte: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'bouton bouton-leger'
  element.textContent = texte
  element.addEventListener('click', onClick)
  return element
}

/** A live region: it stands in the page, empty, before it is given something to say. */
function annonce(): { element: HTMLElement; say: (texte: string) => void } {
  const element = document.createElement('span')
  element.setAttribute('role', 'status')
  const say = (texte: string) => {
    // The same sentence is read again only when it changes.
    element.textContent = ''
    setTimeout(() => {
      element.textContent = texte
    }, 50)
  }
  return { element, say }
}
