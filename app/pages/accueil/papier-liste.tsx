import { SourceLigne } from '#app/components/pied.tsx'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { formatDate } from '#app/domain/texte/format.ts'

/** Under the title of a list on paper: its day, since a sheet outlives what it says. */
export function JourDeLaListe({ maintenant }: { maintenant: Date }) {
  return <p className="papier">Liste du {formatDate(maintenant.toISOString())}</p>
}

/** At the end of a list on paper: whose data, of when, and where the list of today is. */
export function SourcesDeLaListe({
  sources,
  adresse,
}: {
  sources: (SourceCitee & { kind: string })[]
  adresse: string
}) {
  return (
    <footer className="papier papier-sources">
      <p>Appelez avant de venir : des horaires ont pu changer.</p>
      {sources
        .filter(({ kind }) => kind === 'lieux')
        .map((source) => (
          <p key={source.titre + source.date}>
            Source : <SourceLigne source={source} />.
          </p>
        ))}
      <p>Liste à jour : {adresse}</p>
    </footer>
  )
}
