import type { Point } from '#app/domain/distance/distance.ts'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { communeOfArrondissement } from '#app/domain/territoires/codes.ts'
import { foldCommune } from '#app/domain/texte/fold.ts'
import type { AdresseDite, Emplacement } from './emplacement.ts'
import { geocodedPoint } from './geocodage.ts'
import type { Journal } from './normalise/journal.ts'
import { elect } from './temoins.ts'
import type { Commune, Territoire } from './territoire.ts'

/**
 * Where an employer's posts are (docs/regles.md §3), at the point of its address when that is known. The address of
 * an employer whose seat is in another department is that of the seat, and is not looked for where the posts are.
 */
export function locatePostes(
  said: AdresseDite,
  departement: string,
  territoire: Territoire,
  journal: Journal,
): Emplacement & { siege: Commune | null } {
  const place = findPostes(said, departement, territoire, journal)
  const point = place.siege ? null : geocodedPoint(said, place, territoire)
  return point ? { ...place, point, precision: 'geocodee' } : place
}

/**
 * The row's own department is right; the INSEE code is believed when it lies in it, else postcode + name, else
 * postcode alone, else the department. `siege` is the commune of the employer's seat when it is in another department.
 */
function findPostes(
  said: AdresseDite,
  departement: string,
  territoire: Territoire,
  journal: Journal,
): Emplacement & { siege: Commune | null } {
  const named = communeOfCode(said.codeInsee, 'code_insee', territoire, journal)
  if (named?.departement === departement) return { ...atCommune(named, said, territoire), siege: null }
  if (named) journal.note('code_insee', 'code_insee.autre_departement', said.codeInsee)
  const siege = named
  const byName = said.communeNom ? territoire.communeNamed(said.communeNom, said.codePostal) : null
  if (byName?.departement === departement) return { ...atCommune(byName, said, territoire), siege }
  const here = territoire.communesOfCodePostal(said.codePostal).filter((one) => one.departement === departement)
  if (here.length === 1) return { ...atCommune(here[0] as Commune, said, territoire), siege }
  if (here.length > 1) return { ...atCodePostal(departement, here), siege }
  return { ...atDepartement(departement, territoire), siege }
}

/**
 * Where people are received (docs/regles.md §3): the commune that most of the four witnesses name, else the department.
 * The published point is kept when its commune can believe it; otherwise that of the address, when it is known. Null
 * when nothing places the row.
 */
export function locateLieu(
  said: AdresseDite,
  published: Point | null,
  territoire: Territoire,
  journal: Journal,
): Emplacement | null {
  const commune = findCommune(said, published, territoire, journal)
  const departement =
    commune?.departement ??
    territoire.departementOfCodePostal(said.codePostal) ??
    (published ? territoire.departementAt(published) : null) ??
    (isCedex(said) ? territoire.departementOfCedex(said.codePostal) : null)
  if (departement === null) {
    journal.note('commune', 'lieu.introuvable', said.communeNom ?? said.codePostal)
    return null
  }
  noteCommune(said, commune, territoire, journal)
  const point = published ? believedPoint(published, commune, departement, territoire, journal) : null
  if (point && commune) return { departement, commune, ...classeDe([commune]), point, precision: 'adresse' }
  const fallback = commune ? atCommune(commune, said, territoire) : fallbackOf(departement, said, territoire)
  if (point) return { ...fallback, point, precision: 'adresse' }
  const geocoded = geocodedPoint(said, fallback, territoire)
  const place: Emplacement = geocoded ? { ...fallback, point: geocoded, precision: 'geocodee' } : fallback
  if (published === null) journal.note('latitude', ABSENTES[place.precision], null, proposed(place))
  else journal.note('latitude', 'coordonnees.trop_loin', format(published), proposed(place))
  return place
}

/** Where a place without coordinates is put, as it is said. */
const ABSENTES: Record<Emplacement['precision'], AnomalieCode> = {
  adresse: 'coordonnees.absentes',
  geocodee: 'coordonnees.geocodees',
  commune: 'coordonnees.absentes',
  code_postal: 'coordonnees.code_postal',
  departement: 'coordonnees.departement',
}

/** The coordinates to write for a place: those of a department, or of one commune among several, are not its own. */
function proposed({ point, precision }: Emplacement): string | null {
  return precision === 'departement' || precision === 'code_postal' ? null : format(point)
}

/** The code of a CEDEX is borne by no commune: it is the post's. */
function isCedex({ communeNom, adresse }: AdresseDite): boolean {
  return /\bcedex\b/i.test(`${communeNom} ${adresse}`)
}

function findCommune(
  said: AdresseDite,
  published: Point | null,
  territoire: Territoire,
  journal: Journal,
): Commune | null {
  const coded = territoire.communeOf(said.codeInsee)
  const elected = elect(said, coded, published, territoire)
  if (coded === null || coded === elected) communeOfCode(said.codeInsee, 'code_insee', territoire, journal)
  else journal.note('code_insee', 'code_insee.autre_commune', said.codeInsee, elected?.code ?? null)
  // Nothing but a point: it says its commune, where the centres of all are known.
  const alone = published !== null && territoire.communesOfCodePostal(said.codePostal).length === 0
  return elected ?? (alone ? territoire.communeAt(published) : null)
}

function communeOfCode(code: string | null, field: string, territoire: Territoire, journal: Journal): Commune | null {
  const commune = territoire.communeOf(code)
  if (code !== null && commune === null) journal.note(field, 'code_insee.invalide', code)
  if (commune && commune.code !== code) journal.note(field, 'code_insee.ancien', code, commune.code)
  return commune
}

function noteCommune(said: AdresseDite, commune: Commune | null, territoire: Territoire, journal: Journal): void {
  const { noms } = territoire
  const { communeNom: nom } = said
  if (commune === null) {
    if (nom) journal.note('commune', isCedex(said) ? 'commune.cedex' : 'commune.inconnue', nom)
    return
  }
  if (nom && nom !== commune.nom) {
    const isNear = () => noms.near(nom, [commune], 2) !== null || noms.alike(nom, [commune]) !== null
    const code =
      (foldCommune(nom) === foldCommune(commune.nom) &&
        !isArrondissementSeul(said, commune) &&
        'commune.nom_officiel') ||
      (noms.formerly(nom).includes(commune) && 'commune.ancienne') ||
      (isNear() && 'commune.proche') ||
      'commune.inconnue'
    journal.note('commune', code, nom, commune.nom)
  }
  if (isOfAnother(said.codePostal, commune, territoire)) {
    journal.note('code_postal', 'code_postal.autre_commune', said.codePostal)
  }
}

/** "Paris 13" beside 75000: the arrondissement is said by the name alone, which the official one would lose. */
function isArrondissementSeul({ communeNom, codePostal, codeInsee }: AdresseDite, { code }: Commune): boolean {
  const dit = communeOfArrondissement(codeInsee ?? '') !== null || /^(?:75|69|13)[01](?!00)\d\d$/.test(codePostal ?? '')
  return (
    ['75056', '69123', '13055'].includes(code) &&
    /\d/.test(communeNom ?? '') &&
    !/cedex/i.test(communeNom ?? '') &&
    !dit
  )
}

/**
 * A code that no commune bears is the post's, for who has much mail ("81011" in Albi): it is right in the same territory,
 * unless it is the INSEE code in its place.
 */
function isOfAnother(codePostal: string | null, commune: Commune, territoire: Territoire): boolean {
  const { codesPostaux, code, anciensCodes } = commune
  if (codePostal === null || codesPostaux.length === 0 || codesPostaux.includes(codePostal)) return false
  const borne = territoire.communesOfCodePostal(codePostal).length > 0
  const insee = codePostal === code || anciensCodes.includes(codePostal)
  return borne || insee || !territoire.isOfCodePostal(commune, codePostal)
}

function believedPoint(
  point: Point,
  commune: Commune | null,
  departement: string,
  territoire: Territoire,
  journal: Journal,
): Point | null {
  const inRange = Math.abs(point.lat) <= 90
  if (inRange && territoire.believes(point, commune, departement)) return point
  const swapped = { lat: point.lon, lon: point.lat }
  if (Math.abs(swapped.lat) > 90 || !territoire.believes(swapped, commune, departement)) return null
  journal.note('latitude', 'coordonnees.inversees', format(point), format(swapped))
  return swapped
}

function atCommune(commune: Commune, said: AdresseDite, territoire: Territoire): Emplacement {
  const { departement, centre } = commune
  const classe = classeDe([commune])
  if (centre) return { departement, commune, ...classe, point: centre, precision: 'commune' }
  return { ...fallbackOf(departement, said, territoire), commune, ...classe }
}

/** Without a centre of its own: that of the postcode, else that of the department. */
function fallbackOf(departement: string, { codePostal }: AdresseDite, territoire: Territoire): Emplacement {
  const here = territoire.communesOfCodePostal(codePostal).filter((one) => one.departement === departement)
  return here.some((one) => one.centre) ? atCodePostal(departement, here) : atDepartement(departement, territoire)
}

function atCodePostal(departement: string, communes: Commune[]): Emplacement {
  const largest = [...communes].sort((a, b) => b.population - a.population).find((one) => one.centre)
  return { departement, commune: null, ...classeDe(communes), point: largest?.centre ?? null, precision: 'code_postal' }
}

function atDepartement(departement: string, territoire: Territoire): Emplacement {
  const point = territoire.centreOfDepartement(departement)
  return { departement, commune: null, ...classeDe([]), point, precision: 'departement' }
}

/** The class, and the level, that all these communes share: where which one it is does not matter. */
function classeDe(communes: readonly Commune[]): Pick<Emplacement, 'ruralite' | 'densite'> {
  const [premiere, ...autres] = communes
  if (premiere === undefined) return { ruralite: 'inconnue', densite: null }
  return {
    ruralite: autres.every(({ ruralite }) => ruralite === premiere.ruralite) ? premiere.ruralite : 'inconnue',
    densite: autres.every(({ densite }) => densite === premiere.densite) ? premiere.densite : null,
  }
}

function format(point: Point | null): string | null {
  return point ? `${point.lat}, ${point.lon}` : null
}
