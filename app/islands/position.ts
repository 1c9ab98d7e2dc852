import { rankMine } from './autour.ts'
import { go, writeElsewhere } from './filtres.ts'
import { keepMine } from './moi.ts'
import { hrefNear } from './near-href.ts'

const OPTIONS: PositionOptions = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 }

/** What a refusal says, by the code of the error; every sentence ends with the other way. */
const MESSAGES: Record<number, string> = {
  1: 'Votre position n’a pas été donnée. Écrivez plutôt votre commune ou votre code postal.',
  2: 'Votre appareil ne trouve pas sa position. Écrivez plutôt votre commune ou votre code postal.',
  3: 'Votre appareil met trop de temps à trouver sa position. Écrivez plutôt votre commune ou votre code postal.',
}
const HORS_DE_FRANCE =
  'Votre position ne semble pas être en France. Écrivez plutôt une commune ou un code postal de France.'

/** "Autour de moi": the browser is asked on a click only, and never where it cannot answer. */
export function mount(): void {
  if (!('geolocation' in navigator)) return
  // A page that was loaded, or reloaded, is the same for all who are in the cell.
  rankMine(document, location.href)
  document.documentElement.classList.add('avec-position')
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-position]')) locate()
  })
}

function locate(): void {
  say('Recherche de votre position…')
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => void show(coords),
    ({ code }) => refuse(MESSAGES[code] ?? (MESSAGES[2] as string)),
    OPTIONS,
  )
}

async function show(coords: GeolocationCoordinates): Promise<void> {
  await go(hrefNear([['cellule', keepMine(coords)]], location.search), '#resume')
  // The site knows where France is; the page that it answers says so.
  if (document.querySelector('[data-hors-de-france]')) refuse(HORS_DE_FRANCE)
  else say('')
}

function refuse(message: string): void {
  say(message)
  writeElsewhere()
}

function say(message: string): void {
  const place = document.getElementById('position-message')
  if (place) place.textContent = message
}
