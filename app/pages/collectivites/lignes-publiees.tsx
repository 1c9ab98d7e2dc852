import type { LigneLue } from '#app/domain/collectivites/rapport.ts'
import { formatDate } from '#app/domain/texte/format.ts'

/** The rows as published, for those of which something is wrong: where to look in the file. */
export function LignesPubliees({ lignes }: { lignes: readonly LigneLue[] }) {
  return lignes
    .filter(({ cellules }) => cellules !== null)
    .map((ligne) => (
      <details className="pli" key={`${ligne.sourceId} ${ligne.line}`}>
        <summary>La ligne {ligne.line} telle que publiée</summary>
        <div className="pli-contenu">
          <p className="discret">
            {ligne.fichier}, données du {formatDate(ligne.date)}, ligne {ligne.line}
            {ligne.idPublie && `, identifiant ${ligne.idPublie}`}. Les adresses de personnes y sont masquées.
          </p>
          <dl className="ligne-publiee">
            {Object.entries(ligne.cellules ?? {}).map(([colonne, texte]) => (
              <div key={colonne}>
                <dt>
                  <code>{colonne}</code>
                </dt>
                <dd>{texte}</dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    ))
}
