import { hrefAnnuaire, hrefStructure } from '#app/components/liens.ts'
import { Telephone } from '#app/components/telephone.tsx'
import { deCommune, nomDuSite } from '#app/domain/texte/format.ts'
import type { LieuComplet } from '#app/pages/lieu/lieu-complet.ts'

/**
 * How to reach the place: phone first. Without one, in this order: e-mail, site, the employer and its other places,
 * its page in the annuaire des entreprises, the town hall in words. Never an empty line.
 */
export function Joindre({ lieu }: { lieu: LieuComplet }) {
  return (
    <section className="encart joindre" aria-labelledby="joindre">
      <h2 id="joindre">Joindre ce lieu</h2>
      {lieu.telephone ? (
        <Telephone numero={lieu.telephone} pour={lieu.nom} />
      ) : (
        <p>Aucun téléphone n’est publié pour ce lieu.</p>
      )}
      <ul className="contacts">
        {lieu.courriels.map((courriel) => (
          <li key={courriel}>
            Écrire à <a href={`mailto:${courriel}`}>{courriel}</a>
          </li>
        ))}
        {lieu.sitesWeb.map((site) => (
          <li key={site}>
            Site : <a href={site}>{nomDuSite(site)}</a>
          </li>
        ))}
        {lieu.priseRdv && (
          <li>
            <a href={lieu.priseRdv}>Prendre rendez-vous en ligne</a>
          </li>
        )}
        {!lieu.telephone && <SansTelephone lieu={lieu} />}
      </ul>
    </section>
  )
}

function SansTelephone({ lieu }: { lieu: LieuComplet }) {
  const siret = lieu.structure?.siret ?? lieu.siret
  return (
    <>
      {lieu.structure && (
        <li className="ecran">
          {employeurDe(lieu)} et ses autres lieux : <a href={hrefStructure(lieu.structure.cle)}>{lieu.structure.nom}</a>
        </li>
      )}
      {siret && (
        <li className="ecran">
          <a href={hrefAnnuaire(siret)}>
            {lieu.structure ? `${employeurDe(lieu)}, ${lieu.structure.nom},` : 'Ce lieu'} dans l’annuaire des
            entreprises
          </a>
        </li>
      )}
      <li>La mairie {lieu.communeNom ? deCommune(lieu.communeNom) : 'de la commune'} peut vous renseigner.</li>
    </>
  )
}

function employeurDe({ reseau }: LieuComplet): string {
  return reseau === 'conseiller-numerique' ? 'L’employeur' : 'L’organisme'
}
