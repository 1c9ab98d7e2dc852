import { CARTOGRAPHIE, type Correction, correctionsDe } from '#app/domain/corrections.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** The directory only repeats what its sources publish: an error is mended there, under the published identifier. */
export function Signaler({ lieu }: { lieu: LieuComplet }) {
  const ids = lieu.publications.flatMap(({ idPublie }) => idPublie ?? [])
  const corrections = correctionsDe(lieu.source, ids)
  const ouverte = corrections.some(({ lien }) => lien !== null && lien !== CARTOGRAPHIE.lien)
  return (
    <section className="signaler" aria-labelledby="signaler">
      <h2 id="signaler">Signaler une erreur</h2>
      <p>Cet annuaire reprend ce que ses sources publient. L’erreur se corrige à la source, puis ici.</p>
      <ul>
        {corrections.map((correction) => (
          <Ligne key={correction.source} correction={correction} />
        ))}
        {ouverte && <Ligne correction={CARTOGRAPHIE} />}
      </ul>
      {ids.map((id) => (
        <p key={id}>
          Identifiant publié, à recopier : <code className="a-copier">{id}</code>
        </p>
      ))}
    </section>
  )
}

function Ligne({ correction: { phrase, lien, titre } }: { correction: Omit<Correction, 'source'> }) {
  return (
    <li>
      {phrase} {lien && <a href={lien}>{titre}</a>}
    </li>
  )
}
