import { NOM_DU_SITE } from '#app/components/entete.tsx'
import { SourceLigne } from '#app/components/pied.tsx'
import { citeSource, type SourceCitee } from '#app/domain/citations/source-citee.ts'

type Props = { sources: readonly SourceCitee[]; href: string; mots: string }

/** Under what stands within another site: whose data, of when, and where the rest is. */
export function Signature({ sources, href, mots }: Props) {
  return (
    <footer className="embed-signature">
      <p>
        <a href={href}>{mots}</a> : {NOM_DU_SITE} Ce n’est pas un site de l’État.
      </p>
      {sources.map((source) => (
        <p key={citeSource(source)}>
          Source : <SourceLigne source={source} />.
        </p>
      ))}
      <p>Les liens s’ouvrent dans une nouvelle fenêtre.</p>
    </footer>
  )
}
