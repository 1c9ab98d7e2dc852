import { hrefLieu } from '#app/components/liens.ts'
import type { Correction } from '#app/domain/collectivites/corrections.ts'
import { FRAICHEUR_LABELS } from '#app/domain/collectivites/fraicheur.ts'
import type { FicheDeLieu as FicheRapport } from '#app/domain/collectivites/rapport.ts'
import { adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { PRECISION_LABELS } from '#app/domain/vocabulary.ts'
import { Anomalies, Corrigees } from './anomalies.tsx'
import { LignesPubliees } from './lignes-publiees.tsx'

/** A place as its publisher should see it: where it shows, how old, how full, what is wrong, and where to mend it. */
export function Fiche({ fiche }: { fiche: FicheRapport }) {
  const { id, nom, reseau, manquants, taux, fraicheur, dateMaj, lignes, employeur } = fiche
  const anomalies = lignes.flatMap((ligne) => ligne.anomalies)
  return (
    <li className="fiche-rapport">
      <article aria-labelledby={`f-${id}`}>
        <h3 id={`f-${id}`}>{reseau === 'conseiller-numerique' ? <a href={hrefLieu(id)}>{nom}</a> : nom}</h3>
        <p className="discret">{adresseEnLigne(fiche) || 'Adresse absente'}</p>
        <dl className="fiche-etat">
          <div>
            <dt>Présence</dt>
            <dd>
              {fiche.presence}
              {fiche.approximate && ` ${PRECISION_LABELS[fiche.precision]}.`}
            </dd>
          </div>
          <div>
            <dt>Fraîcheur</dt>
            <dd>
              {FRAICHEUR_LABELS[fraicheur]} : {dateMaj ? `mise à jour le ${formatDate(dateMaj)}` : 'date inconnue'}
            </dd>
          </div>
          <div>
            <dt>Complétude</dt>
            <dd>
              {taux} %{manquants.length > 0 && `. Il manque : ${manquants.map(({ nom }) => nom).join(', ')}`}
            </dd>
          </div>
          {employeur && (
            <div>
              <dt>Employeur</dt>
              <dd>{employeur}</dd>
            </div>
          )}
        </dl>
        <Anomalies anomalies={anomalies} />
        <Corriger corrections={fiche.corrections} />
        <LignesPubliees lignes={lignes} />
        <Corrigees anomalies={anomalies} />
      </article>
    </li>
  )
}

/** Where to mend it: one line a source, as a merged row has several. */
function Corriger({ corrections }: { corrections: readonly Correction[] }) {
  return (
    <ul className="corriger">
      {corrections.map(({ source, phrase, lien, titre }) => (
        <li key={source}>
          Où corriger : {phrase} {lien && <a href={lien}>{titre}</a>}
        </li>
      ))}
    </ul>
  )
}
