type Script = { nom: string; titre: string; entete: string | null; texte: string }

/** The scripts as they are in docs/recalcul, each with what it prints. */
export function Recalcul({ scripts }: { scripts: readonly Script[] }) {
  return (
    <>
      <p>
        Ces courts scripts refont les chiffres à partir des fichiers publiés, sans la base de ce site. Ils demandent{' '}
        <a href="https://nodejs.org/fr">Node.js</a> et une bibliothèque, <code>papaparse</code>. Des tests vérifient
        qu’ils trouvent les mêmes nombres que le site.
      </p>
      <p>
        Le fichier des lieux est celui de ce site : <a href="/api/v1/lieux.csv">tous les lieux, en CSV</a>. Il vient
        après nos corrections. Les autres fichiers sont ceux des sources, tels quels :{' '}
        <a href="/donnees#originaux">à télécharger ici</a>, sans ce qui nomme une personne.
      </p>
      {scripts.map(({ nom, titre, entete, texte }) => (
        <details className="pli" key={nom} id={`script-${nom.replace('.mjs', '')}`}>
          <summary>
            <span>
              {titre} : <code>{nom}</code>
            </span>
          </summary>
          <div className="pli-contenu">
            {entete === null ? (
              <p>N’écrit rien : les autres scripts l’importent.</p>
            ) : (
              <p>
                Écrit un tableau dont la première ligne est <code className="entete-csv">{entete}</code>
              </p>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
            <pre className="script" tabIndex={0}>
              <code>{texte}</code>
            </pre>
            <p>
              <a href={`/methode/${nom}`}>Télécharger {nom}</a>
            </p>
          </div>
        </details>
      ))}
    </>
  )
}
