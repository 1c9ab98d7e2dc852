import type { Point } from '#app/domain/distance/distance.ts'
import { foldCommune } from '#app/domain/texte/fold.ts'
import type { AdresseDite, Emplacement } from './emplacement.ts'
import { geocodedPoint } from './geocodage.ts'
import type { Journal } from './normalise/journal.ts'
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
 * Where people are received (docs/regles.md §3): INSEE code, else postcode + name, else coordinates.
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
    (published ? territoire.departementAt(published) : null)
  if (departement === null) {
    journal.note('commune', 'lieu.introuvable', said.communeNom ?? said.codePostal)
    return null
  }
  noteCommune(said, commune, journal)
  const point = published ? believedPoint(published, commune, departement, territoire, journal) : null
  if (point && commune) return { departement, commune, ...classeDe([commune]), point, precision: 'adresse' }
  const fallback = commune ? atCommune(commune, said, territoire) : fallbackOf(departement, said, territoire)
  if (point) return { ...fallback, point, precision: 'adresse' }
  const geocoded = geocodedPoint(said, fallback, territoire)
  const place: Emplacement = geocoded ? { ...fallback, point: geocoded, precision: 'geocodee' } : fallback
  const absentes = geocoded ? 'coordonnees.geocodees' : 'coordonnees.absentes'
  if (published === null) journal.note('latitude', absentes, null, format(place.point))
  else journal.note('latitude', 'coordonnees.trop_loin', format(published), format(place.point))
  return place
}

function findCommune(
  said: AdresseDite,
  published: Point | null,
  territoire: Territoire,
  journal: Journal,
): Commune | null {
  const coded = communeOfCode(said.codeInsee, 'code_insee', territoire, journal)
  const named = coded ?? (said.communeNom ? territoire.communeNamed(said.communeNom, said.codePostal) : null)
  if (named) return named
  const here = territoire.communesOfCodePostal(said.codePostal)
  if (here.length === 1) return here[0] as Commune
  if (published === null) return null
  const at = territoire.communeAt(published)
  // A postcode of several communes: the one that the point designates, if it is among them.
  return here.length === 0 || here.some((one) => one.code === at?.code) ? at : null
}

function communeOfCode(code: string | null, field: string, territoire: Territoire, journal: Journal): Commune | null {
  const commune = territoire.communeOf(code)
  if (code !== null && commune === null) journal.note(field, 'code_insee.invalide', code)
  if (commune && commune.code !== code) journal.note(field, 'code_insee.ancien', code, commune.code)
  return commune
}

function noteCommune(said: AdresseDite, commune: Commune | null, journal: Journal): void {
  if (commune === null) {
    if (said.communeNom) journal.note('commune', 'commune.inconnue', said.communeNom)
    return
  }
  if (said.communeNom && said.communeNom !== commune.nom) {
    const sameName = foldCommune(said.communeNom) === foldCommune(commune.nom)
    journal.note('commune', sameName ? 'commune.nom_officiel' : 'commune.inconnue', said.communeNom, commune.nom)
  }
  if (said.codePostal && commune.codesPostaux.length > 0 && !commune.codesPostaux.includes(said.codePostal)) {
    journal.note('code_postal', 'code_postal.autre_commune', said.codePostal)
  }
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
