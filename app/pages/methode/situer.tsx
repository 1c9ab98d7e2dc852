import { Tableau } from '#app/components/tableau.tsx'
import type { Tableau as Donnees } from '#app/domain/chiffres/tableau.ts'
import { compte, formatNombre } from '#app/domain/texte/format.ts'
import { hrefFichier, Titre } from './titre.tsx'

type Employeurs = { structures: number; structuresAvecLieu: number; postesSansLieu: number }
type Props = { positions: Donnees; rapprochement: Donnees; employeurs: Employeurs }

/** When a published position is believed, and how a place finds its employer. */
export function Situer({ positions, rapprochement, employeurs }: Props) {
  const { structures, structuresAvecLieu, postesSansLieu } = employeurs
  return (
    <>
      <Titre ancre="positions" />
      <p>
        Un point publié est cru s’il n’est pas trop loin du centre de sa commune : à <strong>3 r + 10 km</strong> au
        plus. r est le rayon d’un disque de la même surface que la commune. Pour une commune de 15 km², r vaut 2,2 km,
        et le point est cru jusqu’à 16,6 km. Si la latitude et la longitude sont inversées, elles sont remises dans
        l’ordre. Sinon, le lieu va au centre de sa commune et la remarque est écrite sur sa page.
      </p>
      <p>
        L’adresse d’un lieu sans point, ou d’un employeur, peut aussi être cherchée dans la Base Adresse Nationale. La
        position trouvée est gardée si c’est une voie ou un numéro de la même commune, avec une note de 0,6 sur 1 au
        moins. La page dit alors « position calculée à partir de l’adresse ». Ni la commune, ni le département, ni le
        type de commune du lieu n’en dépendent.
      </p>
      <p>
        Quand le centre de la commune n’est pas connu, le point est cru jusqu’à 10 km au-delà du contour du département.
      </p>
      <Tableau tableau={positions} hrefFichier={hrefFichier(positions.id)} />
      <Titre ancre="rapprochement" />
      <p>
        Un fichier dit les postes, un autre les lieux. Ils se rejoignent par le numéro SIRET. À défaut, par le numéro
        SIREN dans le même département : le site écrit alors « probable ». Un SIRET fait de zéros est absent, et ne
        rapproche rien.
      </p>
      <Tableau tableau={rapprochement} hrefFichier={hrefFichier(rapprochement.id)} />
      <p>
        {compte(structuresAvecLieu, 'employeur', 'employeurs')} sur {formatNombre(structures)} ont au moins un lieu
        connu. Les autres ont ensemble {compte(postesSansLieu, 'poste validé', 'postes validés')} : leurs conseillers
        reçoivent peut-être, mais le fichier des lieux ne dit pas où, ou ne dit pas pour qui.
      </p>
    </>
  )
}
