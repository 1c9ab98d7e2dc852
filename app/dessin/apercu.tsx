import type { CadreDeFrance } from './cadres.server.ts'
import { ENCRE_FICHIER as encre } from './encre.ts'
import { cut } from './fichier.tsx'

/** What a shared link shows: its size is what networks ask for. */
export const APERCU = { largeur: 1200, hauteur: 630 }

/** A department with a dot for each place, or France with a shade for each department (0: none, else 1 to 5). */
export type CarteApercue =
  | { genre: 'points'; boite: readonly [number, number, number, number]; contour: string; points: [number, number][] }
  | { genre: 'teintes'; cadre: CadreDeFrance; teintes: Readonly<Record<string, number>> }

type Props = {
  site: string
  /** The count, large; null without the file that tells. */
  nombre: string | null
  /** What is counted, one line each. */
  lignes: readonly string[]
  pied: readonly string[]
  carte: CarteApercue | null
}

const CARTE = { x: 640, y: 90, largeur: 520, hauteur: 500 }
const MARGE = 48
const LETTRES = 32

/** A map with its count, as a picture that is read at the size of a stamp. */
export function Apercu({ site, nombre, lignes, pied, carte }: Props) {
  const textes = lignes.flatMap((ligne) => cut(ligne, LETTRES)).slice(0, 6)
  const haut = nombre === null ? 200 : 300
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${APERCU.largeur} ${APERCU.hauteur}`}
      fontFamily="DejaVu Sans, Verdana, sans-serif"
    >
      <title>{site}</title>
      <rect width="100%" height="100%" fill="#fbf6ec" />
      <rect width="100%" height="64" fill="#0c4f46" />
      <text x={MARGE} y="43" fontSize="28" fontWeight="700" fill="#ffffff">
        {site}
      </text>
      {nombre !== null && (
        <text x={MARGE} y="220" fontSize="120" fontWeight="700" {...encre('texte')}>
          {nombre}
        </text>
      )}
      {textes.map((texte, rang) => (
        <text key={texte} x={MARGE} y={haut - 20 + rang * 42} fontSize="30" fontWeight="700" {...encre('texte')}>
          {texte}
        </text>
      ))}
      {pied.map((texte, rang) => (
        <text
          key={texte}
          x={MARGE}
          y={APERCU.hauteur - 28 - (pied.length - 1 - rang) * 28}
          fontSize="20"
          {...encre('texte-doux')}
        >
          {texte}
        </text>
      ))}
      {carte && <Carte carte={carte} />}
    </svg>
  )
}

function Carte({ carte }: { carte: CarteApercue }) {
  const [gauche, haut, largeur, hauteur] =
    carte.genre === 'points' ? carte.boite : ([0, 0, carte.cadre.largeur, carte.cadre.hauteur] as const)
  const echelle = Math.min(CARTE.largeur / largeur, CARTE.hauteur / hauteur)
  const [x, y] = [
    CARTE.x + (CARTE.largeur - largeur * echelle) / 2 - gauche * echelle,
    CARTE.y + (CARTE.hauteur - hauteur * echelle) / 2 - haut * echelle,
  ]
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${echelle.toFixed(4)})`}>
      {carte.genre === 'points' ? <Points {...carte} rayon={7 / echelle} /> : <Teintes {...carte} />}
    </g>
  )
}

type PointsProps = Extract<CarteApercue, { genre: 'points' }> & { rayon: number }

function Points({ contour, points, rayon }: PointsProps) {
  return (
    <>
      <path d={contour} {...encre('classe-1')} stroke="#43504b" strokeWidth={rayon / 5} />
      {points.map(([x, y]) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r={rayon.toFixed(1)} {...encre('classe-5')} />
      ))}
    </>
  )
}

const TEINTES = ['classe-1', 'classe-1', 'classe-2', 'classe-3', 'classe-4', 'classe-5'] as const

function Teintes({ cadre, teintes }: Extract<CarteApercue, { genre: 'teintes' }>) {
  return cadre.traces.map(({ code, d }) => {
    const teinte = teintes[code] ?? 0
    const ground = teinte === 0 ? { fill: '#fffdf8' } : encre(TEINTES[teinte] ?? 'classe-5')
    return <path key={code} d={d} {...ground} stroke="#736b5c" strokeWidth="1.2" />
  })
}
