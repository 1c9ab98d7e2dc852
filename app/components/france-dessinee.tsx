import { compte, formatNombre } from '#app/domain/format.ts'

type Trace = { code: string; nom: string; d: string; x: number; y: number }
type Cadre = { nom: string; x: number; y: number; largeur: number; hauteur: number }
export type Dessin = { largeur: number; hauteur: number; traces: Trace[]; cadres: Cadre[] }
type Compte = { code: string; nombre: number; choisi: boolean; href: string }

const CLASSES = 4

/** France with the number of places of each department, each a link; shades with their bounds in the legend. */
export function FranceDessinee({ dessin, comptes }: { dessin: Dessin; comptes: Compte[] }) {
  const parCode = new Map(comptes.map((ligne) => [ligne.code, ligne]))
  const bornes = bornesOf(comptes.map(({ nombre }) => nombre))
  return (
    <div className="france">
      <svg
        viewBox={`0 0 ${dessin.largeur} ${dessin.hauteur}`}
        role="group"
        aria-label="Nombre de lieux par département"
      >
        {dessin.cadres.map((cadre) => (
          <g key={cadre.nom} className="france-cadre" aria-hidden="true">
            <rect x={cadre.x} y={cadre.y} width={cadre.largeur} height={cadre.hauteur} rx="10" />
            <text x={cadre.x + 12} y={cadre.y + 30}>
              {cadre.nom}
            </text>
          </g>
        ))}
        {dessin.traces.map((trace) => (
          <Departement key={trace.code} trace={trace} compte={parCode.get(trace.code)} bornes={bornes} />
        ))}
      </svg>
      <Legende bornes={bornes} />
    </div>
  )
}

function Departement({ trace, compte: ligne, bornes }: { trace: Trace; compte: Compte | undefined; bornes: number[] }) {
  const nombre = ligne?.nombre ?? 0
  const classe = `teinte-${classeOf(nombre, bornes)}${ligne?.choisi ? ' choisi' : ''}`
  return (
    <a
      href={ligne?.href ?? `/?departement=${trace.code}`}
      aria-label={`${trace.nom} (${trace.code}) : ${compte(nombre, 'lieu', 'lieux')}`}
    >
      <path className={classe} d={trace.d} />
      <text className={classe} x={trace.x} y={trace.y + 9}>
        {nombre}
      </text>
    </a>
  )
}

function Legende({ bornes }: { bornes: number[] }) {
  return (
    <ul className="legende" aria-label="Nombre de lieux">
      <li>
        <span className="teinte teinte-0" /> aucun lieu
      </li>
      {bornes.map((borne, rang) => (
        <li key={borne}>
          <span className={`teinte teinte-${rang + 1}`} /> {intervalle(borne, bornes[rang + 1])}
        </li>
      ))}
    </ul>
  )
}

function intervalle(debut: number, suivante: number | undefined): string {
  if (suivante === undefined) return `${formatNombre(debut)} et plus`
  return suivante - 1 === debut ? formatNombre(debut) : `${formatNombre(debut)} à ${formatNombre(suivante - 1)}`
}

/** Lower bounds of the shades: quantiles of the departments that have places; fewer when values repeat. */
export function bornesOf(nombres: number[]): number[] {
  const tries = nombres.filter((nombre) => nombre > 0).sort((a, b) => a - b)
  const quantiles = Array.from({ length: CLASSES }, (_, rang) => tries[Math.floor((rang * tries.length) / CLASSES)])
  return [...new Set(quantiles.filter((borne) => borne !== undefined))]
}

function classeOf(nombre: number, bornes: number[]): number {
  return bornes.filter((borne) => nombre >= borne).length
}
