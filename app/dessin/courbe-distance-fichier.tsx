import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { COURBE, CourbeDistance, type Serie } from './courbe-distance.tsx'
import { ENCRE_FICHIER } from './encre.ts'
import { FichierSvg } from './fichier.tsx'

type Props = {
  titre: string
  notes: readonly string[]
  sources: readonly SourceCitee[]
  permalien: string
  series: readonly Serie[]
}

/** The curve of distances as a file that stands alone. */
export function courbeFichier({ series, ...autour }: Props) {
  return (
    <FichierSvg {...autour} {...COURBE}>
      <CourbeDistance encre={ENCRE_FICHIER} series={series} />
    </FichierSvg>
  )
}
