import { DEPUIS, DEPUIS_LE } from '#app/domain/citations/depuis.ts'
import { formatDate } from '#app/domain/texte/format.ts'

/** What public sources say of the programme after the last list known: before any difference between two older ones. */
export function Depuis({ derniere }: { derniere: string | null }) {
  if (derniere === null || derniere >= DEPUIS_LE) return null
  return (
    <section className="encart" aria-labelledby="depuis">
      <h2 id="depuis">Depuis la dernière liste, du {formatDate(derniere)}</h2>
      <ul>
        {DEPUIS.map(({ chiffre, texte, source, date, url }) => (
          <li key={chiffre}>
            <strong>{chiffre}</strong> {texte}{' '}
            <cite>
              ({url === null ? source : <a href={url}>{source}</a>}, {date})
            </cite>
          </li>
        ))}
      </ul>
    </section>
  )
}
