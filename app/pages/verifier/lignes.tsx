import type { LigneMontree, RapportPage, RemarqueMontree } from '#app/domain/rapport/page.ts'
import { compte, upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITIES, SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** Row by row: what would become of it, and what is wrong with it. The choice of gravity is CSS's: no script. */
export function LignesVerifiees({ rapport: { lignes, cachees } }: { rapport: RapportPage }) {
  if (lignes.length === 0) return null
  return (
    <section className="verification-lignes" aria-labelledby="lignes-titre">
      <h3 id="lignes-titre">Ligne par ligne</h3>
      <Filtre lignes={lignes} />
      <ol className="lignes-verifiees">
        {lignes.map((ligne) => (
          <Ligne key={ligne.line} ligne={ligne} />
        ))}
      </ol>
      {cachees > 0 && (
        <p>
          {compte(cachees, 'autre ligne a un problème', 'autres lignes ont un problème')} : le rapport CSV les a toutes.
        </p>
      )}
    </section>
  )
}

function Filtre({ lignes }: { lignes: LigneMontree[] }) {
  const choix = SEVERITIES.map((severity) => {
    const nombre = lignes.filter(({ gravites }) => gravites.includes(severity)).length
    return { severity, nombre }
  }).filter(({ nombre }) => nombre > 0)
  if (choix.length < 2) return null
  return (
    <fieldset className="verification-filtre">
      <legend>Montrer</legend>
      <Choix id="gravite-toutes" nom="Tout" nombre={lignes.length} coche />
      {choix.map(({ severity, nombre }) => (
        <Choix key={severity} id={`gravite-${severity}`} nom={upperFirst(SEVERITY_LABELS[severity])} nombre={nombre} />
      ))}
    </fieldset>
  )
}

function Choix({ id, nom, nombre, coche = false }: { id: string; nom: string; nombre: number; coche?: boolean }) {
  return (
    <label>
      <input type="radio" name="gravite" id={id} defaultChecked={coche} />
      {nom} ({compte(nombre, 'ligne', 'lignes')})
    </label>
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
      {publiee !== null && (
        <p className="discret">
          Dans votre fichier : <bdi className="valeur">{publiee}</bdi>
        </p>
      )}
      {verdict !== null && (
        <p>
          Sur ce site : <strong>{verdict}</strong>.{motif !== null && ` ${motif}`}
        </p>
      )}
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
