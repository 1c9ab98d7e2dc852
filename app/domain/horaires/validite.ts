import { type LieuOuvrable, prochainChangement } from './etat.ts'

const MINUTE_MS = 60_000
const JOUR_MS = 86_400_000

/**
 * Until when what an answer says is true: `jusqua` in milliseconds, not included; null as long as the data. `etats`: it
 * says that something is open or closed (docs/regles.md §13).
 */
export type Tenue = { jusqua: number | null; etats: boolean }

/**
 * What the parts of an answer say of its duration; the earliest holds. Unsaid, an answer holds to the end of the day in
 * Greenwich, the one that pages and files write (`aujourdhui`).
 */
export type Validite = {
  /** Nothing of it depends on the day nor on the hour. */
  sansHeure: () => void
  /** What it holds is chosen by the minute. */
  minute: () => void
  /** It says the state of these places. */
  etats: (lieux: Iterable<LieuOuvrable>) => void
  tenue: () => Tenue
}

/** The duration of an answer that is being made, as of `instant`. */
export function validiteAt(instant: Date): Validite {
  const now = instant.getTime()
  const minuit = (Math.floor(now / JOUR_MS) + 1) * JOUR_MS
  let [jour, fin, etats]: [number | null, number, boolean] = [minuit, Number.POSITIVE_INFINITY, false]
  return {
    sansHeure: () => {
      jour = null
    },
    minute: () => {
      etats = true
      fin = Math.min(fin, (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS)
    },
    etats: (lieux) => {
      etats = true
      fin = Math.min(fin, minuit)
      for (const { semaine, fuseau, departementCode: departement, dateMaj } of lieux) {
        const change = prochainChangement(semaine, { instant, fuseau, departement, dateMaj }, (fin - now) / MINUTE_MS)
        if (change !== null) fin = Math.min(fin, change.getTime())
      }
    },
    tenue: () => {
      const jusqua = Math.min(fin, jour ?? Number.POSITIVE_INFINITY)
      return { jusqua: Number.isFinite(jusqua) ? jusqua : null, etats }
    },
  }
}
