import { identify } from '#app/lecture/identity.ts'
import { startPlaces } from '#app/lecture/join-lieux.ts'
import { foldAdresse } from '#app/lecture/normalise/adresse.ts'
import type { Journal } from '#app/lecture/normalise/journal.ts'
import type { LigneLue } from './check-row.ts'

/** What completes a sentence: "Ce lieu figure déjà dans une autre ligne (ligne 12)". */
export type Suite = { line: number; code: string; texte: string }

/** Places at one point, at so many different addresses, are at a centre and not at their door. */
const ADRESSES_PARTAGEES = 3

/**
 * What a row says against the others: an identifier or a place already met, a point shared. Kept of each row: its
 * identifiers and its point only.
 */
export function startFichier() {
  const ids = new Map<string, number>()
  const places = startPlaces()
  const points = new Map<string, { line: number; adresse: string; published: string }[]>()
  const suites: Suite[] = []

  function add({ row, lieu, journal }: LigneLue): void {
    const id = (row.cells.id ?? row.cells.id_fs)?.trim()
    if (id) noteId(id, row.line, journal)
    if (lieu === null) return
    const identity = identify(lieu)
    const [known] = places.find(identity)
    if (known) {
      journal.note('nom', 'ligne.doublon', lieu.nom)
      suites.push({ line: row.line, code: 'ligne.doublon', texte: `ligne ${known.numero}` })
      places.join(known, identity, null)
    } else places.add(row.line, lieu.dateMaj, identity, null)
    if (lieu.place.precision === 'adresse' && lieu.place.point && lieu.adresse) {
      const { lat, lon } = lieu.place.point
      const key = `${lat.toFixed(5)} ${lon.toFixed(5)}`
      const here = points.get(key) ?? []
      here.push({ line: row.line, adresse: foldAdresse(lieu.adresse), published: `${lat}, ${lon}` })
      points.set(key, here)
    }
  }

  function noteId(id: string, line: number, journal: Journal): void {
    const first = ids.get(id)
    if (first === undefined) {
      ids.set(id, line)
      return
    }
    journal.note('id', 'id.doublon', id)
    suites.push({ line, code: 'id.doublon', texte: `ligne ${first}` })
  }

  /** The rows that share a point with places of other addresses, once every row is known. */
  function* pointsPartages(): Generator<{ line: number; published: string; lieux: number }> {
    for (const here of points.values()) {
      if (new Set(here.map(({ adresse }) => adresse)).size < ADRESSES_PARTAGEES) continue
      for (const { line, published } of here) yield { line, published, lieux: here.length }
    }
  }

  return { add, pointsPartages, suites }
}
