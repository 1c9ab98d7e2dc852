import { hrefAccueil, hrefStructure } from '#app/components/liens.ts'
import type { Filters } from '#app/domain/filters.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { formatDate, formatNombre } from '#app/domain/texte/format.ts'

/** `liste`: those of this page; `page`: where they begin; `postesAu`: date of the file of posts. */
export type SansLieu = { total: number; liste: StructureListe[]; page: number; postesAu: string | null }
type Props = { filters: Filters; recherche: string; sansLieu: SansLieu }

/** The employers without a known place, after the places, with their own count; before their page, a link to them. */
export function SansLieuConnu({ filters, recherche, sansLieu }: Props) {
  if (sansLieu.total === 0) return null
  const nombre = formatNombre(sansLieu.total)
  const titre = sansLieu.total === 1 ? '1 employeur sans lieu connu' : `${nombre} employeurs sans lieu connu`
  if (sansLieu.liste.length === 0) {
    return (
      <p className="suite">
        <a href={`${hrefAccueil({ ...filters, page: sansLieu.page })}#employeurs`}>{titre}</a>, à la suite des lieux.
      </p>
    )
  }
  return (
    <div className="sans-lieu">
      <h2 id="employeurs">{titre}</h2>
      <p>
        Ils ont des postes de conseiller numérique
        {sansLieu.postesAu && ` (liste du ${formatDate(sansLieu.postesAu)})`}, mais aucun lieu où les rencontrer n’est
        publié.
      </p>
      <ul className="fiches">
        {sansLieu.liste.map((structure) => (
          <StructureResume key={structure.cle} structure={structure} recherche={recherche} />
        ))}
      </ul>
    </div>
  )
}

/** What a line of the list needs of an employer. */
type StructureListe = Adresse & { cle: string; nom: string; departementNom: string }

/** An employer whose places are not known: its own address; its posts are on its page. */
function StructureResume({ structure, recherche }: { structure: StructureListe; recherche: string }) {
  return (
    <li className="fiche fiche-structure">
      <h3>
        <a href={hrefStructure(structure.cle, recherche)}>{nomDoux(structure.nom, structure.communeNom)}</a>
      </h3>
      <p className="fiche-adresse">{adresseEnLigne(structure) || structure.departementNom}</p>
    </li>
  )
}
