import { Ruralite } from '#app/components/ruralite.tsx'
import { QUESTIONS } from '#app/domain/lieu/questions.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import type { AnomalieMontree, LieuComplet } from './lieu-complet.ts'

type Props = { lieu: LieuComplet; postesAu: string | null; ruraliteEstimee: boolean }

/** What nobody needs to come here, and who publishes the listing wants: its words, its rows, what the import saw of it. */
export function PourLaCollectivite({ lieu, postesAu, ruraliteEstimee }: Props) {
  const { structure, anomalies } = lieu
  return (
    <details className="pli pour-la-collectivite">
      <summary>Pour la collectivité</summary>
      <div className="pli-contenu">
        <ul>
          {lieu.nomPublie !== lieu.nom && <li>Nom publié : {lieu.nomPublie}</li>}
          {lieu.source && <li>Source de la ligne : « {lieu.source} »</li>}
          {lieu.publications.map((publication) => (
            <li key={`${publication.fichier}:${publication.line}`}>
              {publication.titre} : ligne {publication.line} du fichier
              {publication.idPublie && (
                <>
                  , identifiant <code>{publication.idPublie}</code>
                </>
              )}
            </li>
          ))}
          {structure && lieu.reseau === 'conseiller-numerique' && (
            <li>
              {compte(structure.postes, 'poste validé', 'postes validés')}
              {postesAu && ` au ${formatDate(postesAu)}`} pour l’employeur
            </li>
          )}
          <Ruralite ruralite={lieu.ruralite} densite={lieu.densite} frr={lieu.frr} estimee={ruraliteEstimee} />
          {(['label', 'formation'] as const).map((champ) => {
            const valeurs = lieu.valeurs[champ] ?? []
            return valeurs.length > 0 && <li key={champ}>{`${QUESTIONS[champ]} : ${valeurs.join(', ')}`}</li>
          })}
        </ul>
        {anomalies.length > 0 && <Remarques anomalies={anomalies} />}
      </div>
    </details>
  )
}

function Remarques({ anomalies }: { anomalies: AnomalieMontree[] }) {
  return (
    <>
      <h3>Ce que l’import a remarqué ou corrigé ({anomalies.length})</h3>
      <ul>
        {anomalies.map((anomalie) => (
          <li key={`${anomalie.line} ${anomalie.field} ${anomalie.code} ${anomalie.raw}`}>
            {anomalie.phrase} <Changement anomalie={anomalie} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Changement({ anomalie: { field, raw, corrected } }: { anomalie: AnomalieMontree }) {
  return (
    <span className="discret">
      Colonne <code>{field}</code>
      {raw && ` : « ${raw} »`}
      {corrected && ` devient « ${corrected} »`}.
    </span>
  )
}
