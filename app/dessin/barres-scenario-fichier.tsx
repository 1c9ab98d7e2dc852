import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { type Barre, Barres, hauteurBarres } from './barres-scenario.tsx'
import { ENCRE_FICHIER } from './encre.ts'
import { FichierSvg } from './fichier.tsx'

type Props = {
  titre: string
  barres: readonly Barre[]
  notes: readonly string[]
  sources: readonly SourceCitee[]
  permalien: string
}

/** In units of the viewBox: room for the title on one line. */
const LARGEUR = 720

/** The bars as a file that stands alone. */
export function FichierBarres({ barres, ...cadre }: Props) {
  return (
    <FichierSvg {...cadre} largeur={LARGEUR} hauteur={hauteurBarres(barres)}>
      <Barres barres={barres} largeur={LARGEUR} encre={ENCRE_FICHIER} />
    </FichierSvg>
  )
}
