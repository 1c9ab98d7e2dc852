import { COURBE, CourbeDistance, type Serie } from '../graphique/courbe-distance.tsx'
import { ENCRE_PAGE } from '../graphique/encre.ts'

type Props = { series: readonly Serie[]; hrefSvg: string; titre: string }

/** The curve of distances, drawn. */
export function Courbe({ series, hrefSvg, titre }: Props) {
  return (
    <figure className="courbe">
      <svg viewBox={`0 0 ${COURBE.largeur} ${COURBE.hauteur}`} role="img" aria-label={titre}>
        <CourbeDistance encre={ENCRE_PAGE} series={series} />
      </svg>
      <figcaption>
        {titre}. <a href={hrefSvg}>Courbe en SVG</a>
      </figcaption>
    </figure>
  )
}
