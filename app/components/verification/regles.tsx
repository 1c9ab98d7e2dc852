import { formatNombre } from '#app/domain/format.ts'
import { GRAVITE_LABELS, type RapportPage } from '#app/domain/rapport-page.ts'

/** The rules that were hit: what each says, how often, and how to mend. */
export function ReglesTouchees({ rapport: { regles, omises } }: { rapport: RapportPage }) {
  return (
    <section className="tableau verification-regles" aria-labelledby="regles-titre">
      <table>
        <caption id="regles-titre">Ce qui a été trouvé</caption>
        <thead>
          <tr>
            <th scope="col">Problème</th>
            <th scope="col" className="chiffres">
              Fois
            </th>
            <th scope="col">Comment corriger</th>
          </tr>
        </thead>
        <tbody>
          {regles.map(({ code, severity, phrase, conseil, fois, sure }) => (
            <tr key={code}>
              <th scope="row">
                <span className={`gravite gravite-${severity}`}>{GRAVITE_LABELS[severity].un}</span> {phrase}
              </th>
              <td className="chiffres">{formatNombre(fois)}</td>
              <td>
                {conseil} {sure && <em>Déjà fait dans le fichier corrigé.</em>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {omises > 0 && (
        <p>
          Le fichier a trop de problèmes pour les lister tous : {formatNombre(omises)} autres sont comptés plus haut,
          mais ne sont pas dans ce tableau.
        </p>
      )}
    </section>
  )
}
