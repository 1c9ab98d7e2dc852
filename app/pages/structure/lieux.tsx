import { hrefLieu } from '#app/components/liens.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'

type LieuDEmployeur = Adresse & { id: string; nom: string; rapprochement: 'siret' | 'siren' | null }

/** The known places of an employer; that none is known is said. */
export function Lieux({ lieux }: { lieux: LieuDEmployeur[] }) {
  return (
    <section className="encart" aria-labelledby="lieux">
      <h2 id="lieux">Lieux d’accueil connus</h2>
      {lieux.length === 0 && (
        <p>Aucun lieu où rencontrer ses conseillers n’est publié. Adressez-vous à l’employeur lui-même.</p>
      )}
      {lieux.length > 0 && (
        <ul className="lieux-connus">
          {lieux.map((lieu) => (
            <li key={lieu.id}>
              <a href={hrefLieu(lieu.id)}>{nomDoux(lieu.nom, lieu.communeNom)}</a>
              <br />
              {adresseEnLigne(lieu)}
              {lieu.rapprochement === 'siren' && (
                <span className="discret"> – rapprochement probable (même organisme dans le département)</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
