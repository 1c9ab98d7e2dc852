import type { Correction } from '#app/domain/corrections.ts'

/** Where to mend it: one line a source, as a merged row has several. */
export function Corriger({ corrections }: { corrections: readonly Correction[] }) {
  return (
    <ul className="corriger">
      {corrections.map(({ source, phrase, lien, titre }) => (
        <li key={source}>
          Où corriger : {phrase} {lien && <a href={lien}>{titre}</a>}
        </li>
      ))}
    </ul>
  )
}
