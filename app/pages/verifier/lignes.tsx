import type { LigneMontree, RapportPage, RemarqueMontree } from '#app/domain/rapport/page.ts'
import { compte, upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** Rows in sight; the next ones are unfolded. */
const DEPLIEES = 20

/** Row by row: what would become of it, and what is wrong with it. */
export function LignesVerifiees({ rapport: { lignes, cachees, corrigees } }: { rapport: RapportPage }) {
  if (lignes.length + corrigees === 0) return null
  return (
    <section className="verification-lignes filtrable" aria-labelledby="lignes-titre">
      <h3 id="lignes-titre">Ligne par ligne</h3>
      {lignes.length > 0 && <Lignes lignes={lignes.slice(0, DEPLIEES)} />}
      {lignes.length > DEPLIEES && (
        <details className="pli">
          <summary>{compte(lignes.length - DEPLIEES, 'ligne suivante', 'lignes suivantes')}</summary>
          <Lignes lignes={lignes.slice(DEPLIEES)} />
        </details>
      )}
      {cachees > 0 && (
        <p>
          {compte(cachees, 'autre ligne a un problème', 'autres lignes ont un problème')} : le rapport CSV les a toutes.
        </p>
      )}
      {corrigees > 0 && (
        <p>
          {compte(corrigees, 'ligne n’a que des corrections sûres', 'lignes n’ont que des corrections sûres')} : rien à
          décider, le fichier corrigé les a.
        </p>
      )}
    </section>
  )
}

function Lignes({ lignes }: { lignes: LigneMontree[] }) {
  return (
    <ol className="lignes-verifiees">
      {lignes.map((ligne) => (
        <Ligne key={ligne.line} ligne={ligne} />
      ))}
    </ol>
  )
}

function Ligne({ ligne }: { ligne: LigneMontree }) {
  const { line, titre, publiee, verdict, motif, gravites, remarques, autres } = ligne
  const aDecider = remarques.filter(({ sure }) => !sure)
  return (
    <li className={['ligne-verifiee', ...gravites.map((one) => `a-${one}`)].join(' ')}>
      <h4>
        Ligne {line} : <bdi>{titre}</bdi>
      </h4>
      <p className="discret">
        Dans votre fichier : <bdi className="valeur">{publiee}</bdi>
      </p>
      <p>
        Sur ce site : <strong>{verdict}</strong>.{motif !== null && ` ${motif}`}
      </p>
      {aDecider.length > 0 && (
        <ul>
          {aDecider.map((remarque) => (
            <RemarqueLue key={remarque.rang} remarque={remarque} />
          ))}
        </ul>
      )}
      <Sures remarques={remarques.filter(({ sure }) => sure)} />
      {autres > 0 && (
        <p>{compte(autres, 'autre problème', 'autres problèmes')} sur cette ligne, dans le rapport CSV.</p>
      )}
    </li>
  )
}

/** What the corrected file mends by itself: folded, for nobody has to decide anything. */
function Sures({ remarques }: { remarques: RemarqueMontree[] }) {
  if (remarques.length === 0) return null
  return (
    <details className="corrections-sures">
      <summary>{compte(remarques.length, 'correction sûre', 'corrections sûres')}, dans le fichier corrigé</summary>
      <ul>
        {remarques.map(({ rang, severity, colonne, message, valeur, corrigee, mots }) => (
          <li key={rang} className={`remarque gravite-${severity}`}>
            {colonne !== '' && <bdi className="colonne">{colonne}</bdi>} {message}{' '}
            {valeur !== null && (
              <>
                <bdi className="valeur">{valeur}</bdi> devient <bdi className="valeur">{corrigee || 'vide'}</bdi>
                {mots !== null && ` : ${mots}`}
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function RemarqueLue({ remarque }: { remarque: RemarqueMontree }) {
  const { severity, colonne, valeur, message, conseil, corrigee } = remarque
  return (
    <li className={`remarque gravite-${severity}`}>
      <p>
        <span className={`gravite gravite-${severity}`}>{upperFirst(SEVERITY_LABELS[severity])}</span>{' '}
        {colonne !== '' && (
          <>
            <bdi className="colonne">{colonne}</bdi>{' '}
          </>
        )}
        {message}
      </p>
      {valeur !== null && (
        <p>
          Écrit : <bdi className="valeur">{valeur}</bdi>
        </p>
      )}
      {corrigee !== null && (
        <p>
          Proposition : <bdi className="valeur">{corrigee || 'vide'}</bdi>
        </p>
      )}
      <p>{conseil}</p>
    </li>
  )
}
