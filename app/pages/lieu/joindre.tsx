import { hrefAnnuaire, hrefLieu, hrefStructure } from '#app/components/liens.ts'
import { Telephone } from '#app/components/telephone.tsx'
import { deCommune, nomDuSite } from '#app/domain/texte/format.ts'
import type { LieuComplet } from '#app/pages/lieu/lieu-complet.ts'

type Autre = { id: string; nom: string; commune: string | null; telephone: string; distance: string }
/** Whom to call instead of a place that has no telephone. */
type Secours = { voisin: Autre | null; franceServices: Autre | null }

/**
 * How to reach the place: phone first. Without one, in this order: e-mail, site, the employer and its other places,
 * its page in the annuaire des entreprises, the nearest place that has one, the nearest France services; else the list
 * around it. Always a number or a link.
 */
export function Joindre({ lieu, secours }: { lieu: LieuComplet; secours: Secours }) {
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
        {!lieu.telephone && <SansTelephone lieu={lieu} secours={secours} />}
      </ul>
    </section>
  )
}

function SansTelephone({ lieu, secours: { voisin, franceServices } }: { lieu: LieuComplet; secours: Secours }) {
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
      {voisin && <Joignable titre="Le lieu le plus proche qui a un téléphone" autre={voisin} />}
      {franceServices && (
        <Joignable titre="La France services la plus proche, pour vos démarches" autre={franceServices} />
      )}
      {!lieu.structure && !siret && !voisin && !franceServices && (
        <li className="ecran">
          <a href={hrefAutour(lieu)}>
            Les autres lieux{' '}
            {lieu.communeCode && lieu.communeNom ? `autour ${deCommune(lieu.communeNom)}` : `: ${lieu.departementNom}`}
          </a>
        </li>
      )}
    </>
  )
}

function Joignable({ titre, autre }: { titre: string; autre: NonNullable<Secours['voisin']> }) {
  return (
    <li>
      {titre} : <a href={hrefLieu(autre.id)}>{autre.nom}</a>
      <p>{[autre.commune, autre.distance].filter(Boolean).join(', ')}</p>
      <Telephone numero={autre.telephone} pour={autre.nom} />
    </li>
  )
}

function hrefAutour({ communeCode, departementCode }: LieuComplet): string {
  return communeCode ? `/?commune=${communeCode}` : `/?departement=${departementCode}`
}

function employeurDe({ reseau }: LieuComplet): string {
  return reseau === 'conseiller-numerique' ? 'L’employeur' : 'L’organisme'
}
