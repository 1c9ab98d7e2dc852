import { createContext, type ReactNode, useContext } from 'react'
import { citeSource, type SourceCitee } from '#app/domain/citations/source-citee.ts'
import { SourceLigne } from './pied.tsx'

const Numerotees = createContext<readonly string[]>([])

/** A page that names its sources once, at its end: its tables refer to them by their number. */
export function AvecSources({ sources, children }: { sources: readonly SourceCitee[]; children: ReactNode }) {
  return <Numerotees.Provider value={uniques(sources).map(citeSource)}>{children}</Numerotees.Provider>
}

/** The list that the numbers lead to. */
export function SourcesDeLaPage({ sources }: { sources: readonly SourceCitee[] }) {
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol className="sources-page">
        {uniques(sources).map((source, rang) => (
          <li key={citeSource(source)} id={`source-${rang + 1}`}>
            <SourceLigne source={source} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What a table comes from: the numbers of its page; in full what its page does not name. */
export function SourcesDuTableau({ sources }: { sources: readonly SourceCitee[] }) {
  const numeros = useContext(Numerotees)
  const rangs = sources.map((source) => numeros.indexOf(citeSource(source)))
  if (sources.length > 0 && rangs.every((rang) => rang >= 0)) {
    return (
      <p>
        {rangs.length === 1 ? 'Source : ' : 'Sources : '}
        {rangs.map((rang, place) => (
          <span key={rang}>
            {place > 0 && ', '}
            <a href={`#source-${rang + 1}`}>{rang + 1}</a>
          </span>
        ))}
      </p>
    )
  }
  return (
    <ul className="tableau-sources">
      {sources.map((source) => (
        <li key={source.titre + source.date}>
          <SourceLigne source={source} />
        </li>
      ))}
    </ul>
  )
}

function uniques(sources: readonly SourceCitee[]): SourceCitee[] {
  return [...new Map(sources.map((source) => [citeSource(source), source])).values()]
}
