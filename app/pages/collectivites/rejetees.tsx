import type { LigneLue } from '#app/domain/collectivites/rapport.ts'
import { compte } from '#app/domain/texte/format.ts'
import { Anomalies } from './anomalies.tsx'
import { LignesPubliees } from './lignes-publiees.tsx'

type Props = { lignes: readonly LigneLue[]; ailleurs: number }

/** The rows of the territory that could not be shown, and, said plainly, those that nobody can place. */
export function Rejetees({ lignes, ailleurs }: Props) {
  if (lignes.length === 0 && ailleurs === 0) return null
  return (
    <section aria-labelledby="rejetees">
      <h2 id="rejetees">Lignes publiées que le site n’a pas pu afficher</h2>
      {lignes.length === 0 && <p>Aucune ligne de ce territoire, à notre connaissance.</p>}
      <ul className="fiches-rapport">
        {lignes.map((ligne) => (
          <li key={`${ligne.sourceId} ${ligne.line}`} className="fiche-rapport">
            <h3>
              Ligne {ligne.line} de {ligne.fichier}
            </h3>
            <Anomalies anomalies={ligne.anomalies} />
            <LignesPubliees lignes={[ligne]} />
          </li>
        ))}
      </ul>
      {ailleurs > 0 && (
        <p>
          Dans toute la France, {compte(ailleurs, 'autre ligne rejetée ne dit', 'autres lignes rejetées ne disent')} pas
          de quel territoire {ailleurs > 1 ? 'elles sont' : 'elle est'} : nous ne savons pas si elles vous concernent.
        </p>
      )}
    </section>
  )
}
