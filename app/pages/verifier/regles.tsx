import type { RapportPage } from '#app/domain/rapport/page.ts'
import { formatNombre, upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** The rules that were hit: what each says, how often, and how to mend. */
export function ReglesTouchees({ rapport: { regles, omises } }: { rapport: RapportPage }) {
  return (
    <section className="tableau verification-regles filtrable" aria-labelledby="regles-titre">
      <table>
        <caption id="regles-titre">Ce que des lignes ont</caption>
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
          {regles.map(({ code, severity, phrase, conseil, nombre, corrigees }) => (
            <tr key={code} className={`regle gravite-${severity}`}>
              <th scope="row">
                <span className={`gravite gravite-${severity}`}>{upperFirst(SEVERITY_LABELS[severity])}</span> {phrase}
              </th>
              <td className="chiffres">{formatNombre(nombre)}</td>
              <td>
                {conseil} <Corrigees corrigees={corrigees} nombre={nombre} />
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

function Corrigees({ corrigees, nombre }: { corrigees: number; nombre: number }) {
  if (corrigees === 0) return null
  const combien = corrigees === nombre ? '' : ` ${formatNombre(corrigees)} fois`
  return <em>Déjà fait{combien} dans le fichier corrigé.</em>
}
