import { formatDate } from '#app/domain/texte/format.ts'
import { openDatabase } from '#db/open.server.ts'
import { listSources, metaOf } from '#db/sources.server.ts'

/** Which data is served, of which days, and where it stands: one line for whoever starts the site. */
export function annonceOf(databasePath: string): string {
  const db = openDatabase(databasePath)
  const { demonstration } = metaOf(db)
  const dates = listSources(db)
    .filter(({ courante }) => courante)
    .map(({ kind, date }) => `${kind} (${formatDate(date)})`)
  const what = demonstration ? 'Données de démonstration, inventées' : 'Données'
  return `${what} : ${dates.join(', ')}. Base : ${databasePath}`
}
