import type { ComponentProps } from 'react'
import { type Barre, Barres, hauteurBarres } from './barres-scenario.tsx'
import { COURBE, CourbeDistance, type Serie } from './courbe-distance.tsx'
import { ENCRE_FICHIER } from './encre.ts'
import { FichierSvg } from './fichier.tsx'

/** What is said around a chart. */
type Autour = Omit<ComponentProps<typeof FichierSvg>, 'largeur' | 'hauteur' | 'children'>

/** In units of the viewBox: room for the title on one line. */
const LARGEUR_BARRES = 720

/** The bars of a scenario as a file that stands alone. */
export function barresFichier({ barres, ...autour }: Autour & { barres: readonly Barre[] }) {
  return (
    <FichierSvg {...autour} largeur={LARGEUR_BARRES} hauteur={hauteurBarres(barres)}>
      <Barres barres={barres} largeur={LARGEUR_BARRES} encre={ENCRE_FICHIER} />
    </FichierSvg>
  )
}

/** The curve of distances as a file that stands alone. */
export function courbeFichier({ series, ...autour }: Autour & { series: readonly Serie[] }) {
  return (
    <FichierSvg {...autour} {...COURBE}>
      <CourbeDistance encre={ENCRE_FICHIER} series={series} />
    </FichierSvg>
  )
}
