import type { RapportPage } from '#app/domain/rapport/page.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** What every row has: said once, before what some have. */
export function RemarquesGenerales({ rapport: { generales } }: { rapport: RapportPage }) {
  if (generales.length === 0) return null
  return (
    <section aria-labelledby="generales-titre">
      <h3 id="generales-titre">Sur toutes les lignes</h3>
      <ul>
        {generales.map(({ code, severity, colonne, message, conseil, sure }) => (
          <li key={`${code} ${colonne}`} className={`remarque gravite-${severity}`}>
            <span className={`gravite gravite-${severity}`}>{upperFirst(SEVERITY_LABELS[severity])}</span>{' '}
            {colonne !== '' && (
              <>
                <bdi className="colonne">{colonne}</bdi>{' '}
              </>
            )}
            {message} {conseil} {sure && <em>Déjà fait dans le fichier corrigé.</em>}
          </li>
        ))}
      </ul>
    </section>
  )
}
