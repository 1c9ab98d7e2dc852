import type { RapportPage } from '#app/domain/rapport/page.ts'
import { formatNombre, upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** Which gravity the report shows, of the file and of its rows: CSS's choice, no script. */
export function FiltreDeGravite({ rapport: { compteurs } }: { rapport: RapportPage }) {
  const choix = compteurs.filter(({ problemes }) => problemes > 0)
  if (choix.length < 2) return null
  return (
    <fieldset className="verification-filtre">
      <legend>Montrer</legend>
      <label>
        <input type="radio" name="gravite" id="gravite-toutes" defaultChecked />
        Tout
      </label>
      {choix.map(({ severity, problemes }) => (
        <label key={severity}>
          <input type="radio" name="gravite" id={`gravite-${severity}`} />
          {upperFirst(SEVERITY_LABELS[severity])} ({formatNombre(problemes)})
        </label>
      ))}
    </fieldset>
  )
}
