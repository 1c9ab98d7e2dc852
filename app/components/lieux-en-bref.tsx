import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { hrefLieu } from './liens.ts'
import { Telephone } from './telephone.tsx'

/** `distance`: "à 4,2 km", where it is what the list is about. */
export type LieuDuTerritoire = Adresse & { id: string; nom: string; telephone: string | null; distance?: string | null }

/** Places as a short list: the name leads to the page, the number is called from here. */
export function LieuxDuTerritoire({ lieux }: { lieux: LieuDuTerritoire[] }) {
  return (
    <ul className="lieux-territoire">
      {lieux.map((lieu) => {
        const nom = nomDoux(lieu.nom, lieu.communeNom)
        return (
          <li key={lieu.id}>
            <h3>
              <a href={hrefLieu(lieu.id)}>{nom}</a>
            </h3>
            <p>
              {adresseEnLigne(lieu)}
              {lieu.distance && <strong> – {lieu.distance}</strong>}
            </p>
            {lieu.telephone && <Telephone numero={lieu.telephone} pour={nom} />}
          </li>
        )
      })}
    </ul>
  )
}
