import { COURBE, CourbeDistance, type Serie } from '#app/dessin/courbe-distance.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'

type Props = {
  series: readonly Serie[]
  hrefSvg: string
  titre: string
  /** What the drawing does not show and its table does. */
  note: string | null
}

/** The curve of distances, drawn. */
export function Courbe({ series, hrefSvg, titre, note }: Props) {
  return (
    <figure className="courbe">
      <svg viewBox={`0 0 ${COURBE.largeur} ${COURBE.hauteur}`} role="img" aria-label={titre}>
        <CourbeDistance encre={ENCRE_PAGE} series={series} />
      </svg>
      <figcaption>
        {titre}. {note} <a href={hrefSvg}>Courbe en SVG</a>
      </figcaption>
    </figure>
  )
}
