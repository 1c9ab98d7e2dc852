import { customType } from 'drizzle-orm/sqlite-core'
import type { Semaine } from '#app/domain/horaires/semaine.ts'

/**
 * A column that holds an ordinary week: `[[debut, fin, debut, fin…], feries, texte]`, a third of the same as objects.
 * The import writes one object for all the places of the same hours.
 */
export const semaineColumn = customType<{ data: Semaine; driverData: string }>({
  dataType: () => 'text',
  toDriver: (semaine) => {
    const known = written.get(semaine)
    if (known !== undefined) return known
    const { plages, feries, texte } = semaine
    const text = JSON.stringify([plages.flatMap(({ debut, fin }) => [debut, fin]), feries, texte])
    written.set(semaine, text)
    return text
  },
  fromDriver: readSemaine,
})

/** The week of a cell of such a column. */
export function readSemaine(text: string): Semaine {
  const [bords, feries, texte] = JSON.parse(text) as [number[], Semaine['feries'], string | null]
  const plages = bords.flatMap((debut, i) => (i % 2 === 0 ? [{ debut, fin: bords[i + 1] as number }] : []))
  return { plages, feries, texte }
}

const written = new WeakMap<Semaine, string>()
