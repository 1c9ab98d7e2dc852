import Combobox from '@github/combobox-nav'
import { hrefOf, type Resultat } from './propositions.ts'

const KINDS: Record<Resultat['type'], string> = {
  commune: 'Commune',
  arrondissement: 'Arrondissement',
  departement: 'Département',
  region: 'Région',
  besoin: 'Besoin',
  adresse: 'Adresse',
  lieu: 'Lieu d’accueil',
  structure: 'Employeur',
}

export type ListePropositions = {
  isOpen: () => boolean
  show: (resultats: Resultat[]) => void
  close: () => void
  /** Empties what is read aloud, so that the same count is read again. */
  hush: () => void
}

/**
 * A list of choices under a field, by the WAI-ARIA pattern of the combobox: arrows, Home, End and Enter are those of
 * combobox-nav. `choose` receives where the choice leads.
 */
export function listeUnder(input: HTMLInputElement, box: Element, choose: (href: string) => void): ListePropositions {
  const list = elementOf('ul', {
    id: `${input.id}-propositions`,
    role: 'listbox',
    'aria-label': 'Propositions',
  })
  const status = elementOf('p', { class: 'invisible', role: 'status' })
  // A box that scrolls is a stop of the keyboard in Chromium, unless it says that it is none.
  list.tabIndex = -1
  list.hidden = true
  box.replaceChildren(list, status)
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false })
  function close(): void {
    if (!list.hidden) combobox.stop()
    list.hidden = true
  }
  function show(resultats: Resultat[]): void {
    close()
    list.replaceChildren(...resultats.map((resultat, rank) => optionOf(resultat, `${list.id}-${rank}`)))
    list.hidden = resultats.length === 0
    if (!list.hidden) combobox.start()
    status.textContent = countOf(resultats.length)
  }
  // A press takes no focus from the field: the list would close before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('combobox-commit', (event) => {
    close()
    choose((event.target as HTMLElement).dataset.href ?? '/')
  })
  const hush = () => {
    status.textContent = ''
  }
  return { isOpen: () => !list.hidden, show, close, hush }
}

function optionOf({ nom, libelle = nom, contexte, ...resultat }: Resultat, id: string): HTMLElement {
  const option = elementOf('li', { id, role: 'option', 'data-href': hrefOf(resultat, location) })
  for (const text of [libelle, contexte, KINDS[resultat.type]].filter(Boolean)) {
    const part = document.createElement('span')
    part.textContent = text
    // A comma tells the parts from one another when they are read aloud.
    option.append(...(option.childNodes.length > 0 ? [', ', part] : [part]))
  }
  return option
}

function elementOf(name: string, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  return element
}

function countOf(count: number): string {
  if (count === 0) return 'Aucun résultat'
  return count === 1 ? '1 résultat' : `${count} résultats`
}
