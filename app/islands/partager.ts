import { partageDuNavigateur } from '#app/components/partage-du-navigateur.ts'

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
  const partage = sms && partageDuNavigateur(titre, url, sms.href)
  if (!partage) return
  const dire = annonce()
  const partager = bouton('Partager', () => partage().then((echec) => echec && dire.say(echec)))
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
