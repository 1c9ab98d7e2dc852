import { hrefStructure } from '#app/components/liens.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/adresse-affichee.ts'
import { compte } from '#app/domain/format.ts'

/** What a line of the list needs of an employer. */
export type StructureListe = Adresse & { cle: string; nom: string; postes: number; departementNom: string }

/** An employer whose places are not known: its posts, and its own address. */
export function StructureResume({ structure, recherche }: { structure: StructureListe; recherche: string }) {
  return (
    <li className="fiche fiche-structure">
      <h3>
        <a href={hrefStructure(structure.cle, recherche)}>{structure.nom}</a>
      </h3>
      <p className="fiche-adresse">{adresseEnLigne(structure) || structure.departementNom}</p>
      <ul className="etiquettes">
        <li>{compte(structure.postes, 'poste validé', 'postes validés')}</li>
      </ul>
    </li>
  )
}
