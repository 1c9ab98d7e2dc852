import { SourceLigne } from '#app/components/pied.tsx'
import { formatAge, formatDate } from '#app/domain/texte/format.ts'
import type { AnomalieMontree, LieuComplet } from './lieu-complet.ts'

/** Where each thing on the page comes from, of when, and what the import changed. */
export function Provenance({ lieu, maintenant }: { lieu: LieuComplet; maintenant: Date }) {
  return (
    <section className="provenance" aria-labelledby="provenance">
      <h2 id="provenance">D’où viennent ces informations</h2>
      <p>
        {lieu.dateMaj
          ? `Mis à jour ${formatAge(lieu.dateMaj, maintenant)}, le ${formatDate(lieu.dateMaj)}`
          : 'La date de mise à jour n’est pas connue'}
        {lieu.source && `. Source de la ligne : « ${lieu.source} »`}.
      </p>
      {lieu.publications.length > 0 && (
        <ul>
          {lieu.publications.map((publication) => (
            <li key={`${publication.fichier}:${publication.line}`}>
              <SourceLigne source={publication} />
              <span className="ecran">
                , ligne {publication.line} du fichier
                {publication.idPublie && (
                  <>
                    , identifiant <code>{publication.idPublie}</code>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {lieu.nomPublie !== lieu.nom && <p className="discret ecran">Nom publié : {lieu.nomPublie}</p>}
      {lieu.anomalies.length > 0 && <Corrections anomalies={lieu.anomalies} />}
    </section>
  )
}

function Corrections({ anomalies }: { anomalies: AnomalieMontree[] }) {
  return (
    <details className="pli">
      <summary>Ce que l’import a remarqué ou corrigé ({anomalies.length})</summary>
      <ul className="pli-contenu">
        {anomalies.map((anomalie) => (
          <li key={`${anomalie.line} ${anomalie.field} ${anomalie.code} ${anomalie.raw}`}>
            {anomalie.phrase} <Changement anomalie={anomalie} />
          </li>
        ))}
      </ul>
    </details>
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
