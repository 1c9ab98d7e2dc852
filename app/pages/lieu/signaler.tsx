import { CARTOGRAPHIE, type Correction, correctionsDe } from '#app/domain/collectivites/corrections.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** The directory only repeats what its sources publish: an error is mended there, under the published identifier. */
export function Signaler({ lieu }: { lieu: LieuComplet }) {
  const ids = lieu.publications.flatMap(({ idPublie }) => idPublie ?? [])
  const corrections = correctionsDe(lieu.source, ids)
  return (
    <section className="signaler" aria-labelledby="signaler">
      <h2 id="signaler">Signaler une erreur</h2>
      <p>Cet annuaire reprend ce que ses sources publient. L’erreur se corrige à la source, puis ici.</p>
      <ul>
        {corrections.map((correction) => (
          <Ligne key={correction.source} correction={correction} />
        ))}
        {isOuverteATous(corrections) && <Ligne correction={CARTOGRAPHIE} />}
      </ul>
      {ids.map((id) => (
        <p key={id} data-island="partager" data-nom="l’identifiant" data-fait="Identifiant copié">
          Identifiant publié : <code className="a-copier">{id}</code>
        </p>
      ))}
    </section>
  )
}

// What France services publishes is mended by its own team only; a correction may lead to the national map already.
function isOuverteATous(corrections: Correction[]): boolean {
  const propres = corrections.every(({ source }) => source === 'France Services')
  return !propres && !corrections.some(({ lien }) => lien === CARTOGRAPHIE.lien)
}

function Ligne({ correction: { phrase, lien, titre } }: { correction: Omit<Correction, 'source'> }) {
  return (
    <li>
      {phrase} {lien && <a href={lien}>{titre}</a>}
    </li>
  )
}
