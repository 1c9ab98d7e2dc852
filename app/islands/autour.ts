import { PROPS_EVENT } from '#app/components/map/events.ts'
import type { Autour } from '#app/domain/distance/autour.ts'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'
import { compteLieux, formatDistance, upperFirst, voirLieux } from '#app/domain/texte/format.ts'
import { mineIn } from './moi.ts'

/** A card, and how far it is in km; infinite when where it stands is not known. */
type Fiche = { fiche: HTMLElement; km: number }

/**
 * Makes of the list of a cell that of where the visitor is in it, when it is known: the nearest first, with their distance,
 * those within the radius counted. `page`: this one, or an answer that is about to be shown.
 */
export function rankMine(page: Document, url: string): void {
  const moi = mineIn(url)
  const region = page.getElementById('region-liste')
  const dit = region?.dataset.autour
  if (moi === null || !region || dit === undefined) return
  const autour: Autour = JSON.parse(dit)
  const count = rankPlaces(region, moi, autour)
  for (const list of region.querySelectorAll<HTMLElement>('.fiches')) rank(list, fichesOf(list, moi), autour.classee)
  if (autour.apres !== null) say(page, count, autour.apres)
  for (const one of page.querySelectorAll<HTMLElement>('[data-moi]')) {
    one.textContent = one.dataset.moi ?? ''
    one.hidden = one.textContent === ''
  }
  showHere(page, moi)
}

/** Leaves the places within the radius; where there is none, the nearest beyond, with the others. How many are within. */
function rankPlaces(region: HTMLElement, moi: Point, { rayon, ailleurs }: Autour): number {
  const list = region.querySelector<HTMLElement>('#fiches-lieux')
  const auDela = region.querySelector<HTMLElement>('#au-dela')
  const fiches = list === null ? [] : fichesOf(list, moi)
  const near = fiches.filter(({ km }) => km <= rayon)
  if (near.length > 0) {
    for (const { fiche, km } of fiches) if (km > rayon) fiche.remove()
    auDela?.remove()
  } else if (auDela !== null) {
    auDela.hidden = false
    nearestOf(auDela, list)?.append(...fiches.map(({ fiche }) => fiche))
  }
  const beside = ailleurs.filter(
    (lat, at) => at % 2 === 0 && distanceKm(moi, { lat, lon: ailleurs[at + 1] as number }) <= rayon,
  )
  return near.length + beside.length
}

/** The list of what is beyond; that of the places takes its place when it has none. */
function nearestOf(auDela: HTMLElement, list: HTMLElement | null): HTMLElement | null {
  const own = auDela.querySelector<HTMLElement>('.fiches')
  if (own !== null) {
    list?.remove()
    return own
  }
  if (list === null) return null
  auDela.append(list)
  return list
}

function fichesOf(list: HTMLElement, moi: Point): Fiche[] {
  return [...list.querySelectorAll<HTMLElement>('.fiche')].map((fiche) => {
    const [lat, lon] = fiche.dataset.point?.split(' ').map(Number) ?? []
    const known = lat !== undefined && lon !== undefined
    return { fiche, km: known ? distanceKm(moi, { lat, lon }) : Number.POSITIVE_INFINITY }
  })
}

function rank(list: HTMLElement, fiches: Fiche[], classee: boolean): void {
  const seules = Number(list.dataset.seules ?? Number.POSITIVE_INFINITY)
  // Equal ones keep their order; two that stand nowhere are no number apart.
  const sorted = classee ? fiches.toSorted((a, b) => (a.km === b.km ? 0 : a.km - b.km)) : fiches
  for (const [rang, { fiche, km }] of sorted.entries()) {
    fiche.hidden = rang >= seules
    list.append(fiche)
    const environ = fiche.dataset.point?.endsWith(' environ')
    const distance = Number.isFinite(km) ? formatDistance(km, environ) : 'à une distance inconnue'
    // As the pages that the site sends: the unit stays with its number.
    write(fiche, '.fiche-distance', `${upperFirst(distance).replace(/ (?=k?m$)/, '\u00a0')} de vous. `)
  }
}

/** The mark on the map, which is drawn here too. */
function showHere(page: Document, moi: Point): void {
  const map = page.querySelector<HTMLElement>('[data-island=carte]')
  if (map === null) return
  const props = { ...JSON.parse(map.dataset.props ?? '{}'), repere: { ...moi, nom: 'Vous êtes ici' } }
  map.dataset.props = JSON.stringify(props)
  map.dispatchEvent(new CustomEvent(PROPS_EVENT))
}

/** The sentence, in the page and in its title, and what leads to the list. */
function say(page: Document, count: number, apres: string): void {
  const before = page.getElementById('resume')?.textContent ?? ''
  const phrase = compteLieux(count) + apres
  page.title = page.title.replace(before, () => phrase)
  write(page, '#resume', phrase)
  write(page, '[data-vue=liste]', voirLieux(count))
}

function write(page: ParentNode, selector: string, text: string): void {
  const place = page.querySelector(selector)
  if (place !== null) place.textContent = text
}
