import { KIND_LABELS, type RapportPage } from '#app/domain/rapport/page.ts'
import type { KindVerifie } from '#app/domain/rapport/verification.ts'
import { compte, formatNombre, upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'
import { FiltreDeGravite } from './filtre.tsx'
import { RemarquesGenerales } from './generales.tsx'
import { LignesVerifiees } from './lignes.tsx'
import { ReglesTouchees } from './regles.tsx'
import { Telechargements } from './telechargements.tsx'

type Props = {
  rapport: RapportPage
  /** The file's content, to be sent again for the downloads; null when it is too long for that. */
  contenu: string | null
  /** The kind that was asked for, if any. */
  kind: KindVerifie | null
  choisies: readonly string[]
}

export function ResultatVerification({ rapport, contenu, kind, choisies }: Props) {
  const propre = rapport.regles.length + rapport.generales.length + rapport.entete.length === 0
  return (
    <section className="verification-resultat" aria-labelledby="resultat-titre">
      <h2 id="resultat-titre">Résultat</h2>
      <p className="verification-resume">{rapport.resume}</p>
      <p>
        Type de fichier : <strong>{KIND_LABELS[rapport.kind]}</strong>.
      </p>
      {!propre && <Compteurs rapport={rapport} />}
      <Telechargements contenu={contenu} kind={kind} choisies={choisies} />
      <div className="verification-rapport">
        <FiltreDeGravite rapport={rapport} />
        <RemarquesGenerales rapport={rapport} />
        {rapport.regles.length > 0 && <ReglesTouchees rapport={rapport} />}
        <LignesVerifiees rapport={rapport} />
      </div>
    </section>
  )
}

function Compteurs({ rapport: { compteurs } }: { rapport: RapportPage }) {
  return (
    <dl className="verification-compteurs">
      {compteurs.map(({ severity, lignes, problemes }) => (
        <div key={severity} className={`gravite-${severity}`}>
          <dt>{upperFirst(SEVERITY_LABELS[severity])}</dt>
          <dd className="chiffres">
            <strong>{formatNombre(problemes)}</strong>
            {lignes > 0 && ` dans ${compte(lignes, 'ligne', 'lignes')}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
