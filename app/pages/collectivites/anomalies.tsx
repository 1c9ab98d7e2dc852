import type { AnomalieLue } from '#app/domain/collectivites/rapport.ts'
import { lignesDuTexte } from '#app/domain/horaires/texte.ts'
import { ANOMALIE_CONSEIL } from '#app/domain/rapport/conseils.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'

/** What is wrong, with what to do; nothing when nothing is. */
export function Anomalies({ anomalies }: { anomalies: readonly AnomalieLue[] }) {
  const graves = anomalies.filter(({ severity }) => severity !== 'info')
  if (graves.length === 0) return null
  return (
    <ul className="anomalies">
      {graves.map((anomalie) => (
        <li key={cle(anomalie)}>
          <strong>{upperFirst(SEVERITY_LABELS[anomalie.severity])} :</strong> {ANOMALIE_PHRASE[anomalie.code]}{' '}
          <Cellule anomalie={anomalie} />
          Que faire : {ANOMALIE_CONSEIL[anomalie.code]}
        </li>
      ))}
    </ul>
  )
}

/** What the site put right by itself: worth mending at the source, and never in the way. Said once a kind. */
export function Corrigees({ anomalies }: { anomalies: readonly AnomalieLue[] }) {
  const corrigees = anomalies.filter(({ severity }) => severity === 'info')
  if (corrigees.length === 0) return null
  return (
    <details className="pli">
      <summary>Ce que le site a corrigé ou remarqué ({corrigees.length})</summary>
      <ul className="pli-contenu">
        {[...new Set(corrigees.map(({ code }) => code))].map((code) => (
          <li key={code}>
            {ANOMALIE_PHRASE[code]} {ANOMALIE_CONSEIL[code]}
            {corrigees
              .filter((anomalie) => anomalie.code === code)
              .map((anomalie) => (
                <Cellule key={cle(anomalie)} anomalie={anomalie} />
              ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Cellule({ anomalie: { line, field, code, raw, corrected } }: { anomalie: AnomalieLue }) {
  return (
    <span className="discret cellule">
      Ligne {line}
      {field && (
        <>
          , colonne <code>{field}</code>
        </>
      )}
      {raw && ` : « ${raw} »`}
      {corrected && `, lu « ${corrected} »`}
      {corrected && code === 'horaires.en_francais' && ` : ${lignesDuTexte(corrected).join(' ; ')}`}.
    </span>
  )
}

function cle({ line, field, code, raw }: AnomalieLue): string {
  return `${line} ${field} ${code} ${raw}`
}
