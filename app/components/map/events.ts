import type { Objet } from '#app/domain/carte/points.ts'

/** What a button of the page carries to be shown on the map: the number of a place, of a point of a layer. */
export const LOCALISER_ATTRIBUTES: Record<Objet, string> = {
  lieu: 'data-localiser',
  'france-services': 'data-localiser-france-services',
  autre: 'data-localiser-autre',
  structure: 'data-localiser-structure',
}

/** Every such button, wherever it stands. */
export const LOCALISER_SELECTOR = Object.values(LOCALISER_ATTRIBUTES)
  .map((attribute) => `[${attribute}]`)
  .join(', ')

/** Dispatched on the document before the map moves, with the button: a page that hides the map in a tab shows it then. */
export const SHOW_MAP_EVENT = 'carte:montrer'

/** Dispatched on the document once the panel is closed, with the button that had opened it: the focus is its own again. */
export const GIVE_BACK_EVENT = 'carte:rendre'

/** Dispatched on the map's element once its `data-props` are new. */
export const PROPS_EVENT = 'carte:props'
