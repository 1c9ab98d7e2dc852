import { SourceLigne } from '#app/components/pied.tsx'
import { formatAge, formatDate } from '#app/domain/texte/format.ts'
import type { LieuComplet } from './lieu-complet.ts'
import { PourLaCollectivite } from './pour-la-collectivite.tsx'

type Props = { lieu: LieuComplet; postesAu: string | null; ruraliteEstimee: boolean; maintenant: Date }

/** Whose words the page repeats, and of when; the rest of what is known of them is folded. */
export function Provenance({ lieu, postesAu, ruraliteEstimee, maintenant }: Props) {
  return (
    <section className="provenance" aria-labelledby="provenance">
      <h2 id="provenance">D’où viennent ces informations</h2>
      <p>
        {lieu.dateMaj
          ? `Mis à jour ${formatAge(lieu.dateMaj, maintenant)}, le ${formatDate(lieu.dateMaj)}`
          : 'La date de mise à jour n’est pas connue'}
        .
      </p>
      {lieu.publications.length > 0 && (
        <ul>
          {lieu.publications.map((publication) => (
            <li key={`${publication.fichier}:${publication.line}`}>
              <SourceLigne source={publication} />
            </li>
          ))}
        </ul>
      )}
      <PourLaCollectivite lieu={lieu} postesAu={postesAu} ruraliteEstimee={ruraliteEstimee} />
    </section>
  )
}
