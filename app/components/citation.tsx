import { citation, type SourceCitee } from '#app/domain/citations/source-citee.ts'

type Props = { titre: string; permalien: string; sources: readonly SourceCitee[]; vuLe: string }

/** What a journalist pastes: a ready citation and the page's lasting address. `vuLe`: today, YYYY-MM-DD. */
export function Citation({ titre, permalien, sources, vuLe }: Props) {
  return (
    <section className="encart citation" aria-labelledby="citer">
      <h2 id="citer">Citer cette page</h2>
      <div data-island="partager" data-nom="la citation" data-fait="Citation copiée">
        <blockquote className="a-copier">{citation(titre, permalien, sources, vuLe)}</blockquote>
      </div>
      <p>
        Adresse durable : <a href={permalien}>{permalien}</a>
      </p>
    </section>
  )
}
