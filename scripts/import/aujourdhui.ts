import { formatDate } from '#app/domain/texte/format.ts'

/** The day of the embedded demonstration. A clock that has not come to it is wrong. */
const ECRIT_LE = '2026-06-30'

/**
 * The day of this import, YYYY-MM-DD. A machine that starts in 1970 would take every published date for one of the
 * future, and lose them all: it is told so, and counted at the day that this code knows to be past.
 */
export function aujourdhui(say: (line: string) => void): string {
  const horloge = new Date().toISOString().slice(0, 10)
  if (horloge >= ECRIT_LE) return horloge
  say(
    `L’horloge de cette machine est au ${formatDate(horloge)} : l’import compte au ${formatDate(ECRIT_LE)}. Mettez-la à l’heure.`,
  )
  return ECRIT_LE
}
