import type { Objet } from '#app/domain/carte/points.ts'

/** The sign of a point of the map, shape for shape that of the canvas; words always stand beside it. */
export function SigneDePoint({ objet }: { objet: Objet }) {
  return (
    <svg className="signe" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {SIGNES[objet]}
    </svg>
  )
}

const SIGNES = {
  lieu: <circle className="signe-lieu" cx="12" cy="12" r="7" />,
  'france-services': <path className="signe-france-services" d="M12 3.2 20.8 12 12 20.8 3.2 12Z" />,
  autre: <path className="signe-autre" d="M12 2.6 21.4 18.9H2.6Z" />,
  structure: <rect className="signe-structure" x="5.5" y="5.5" width="13" height="13" rx="2.5" />,
}
