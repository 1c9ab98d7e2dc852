import { compte, formatNombre } from '#app/domain/texte/format.ts'
import type { CadreDeFrance, DepartementTrace, Dessin } from './cadres.server.ts'

type Compte = { code: string; nombre: number; choisi: boolean; href: string }
type Comptes = { parCode: Map<string, Compte>; bornes: number[] }

const CLASSES = 4

/** France with the number of places of each department, each a link; shades with their bounds in the legend. */
export function FranceDessinee({ dessin, comptes: lignes }: { dessin: Dessin; comptes: Compte[] }) {
  const bornes = bornesOf(lignes.map(({ nombre }) => nombre))
  const comptes = { parCode: new Map(lignes.map((ligne) => [ligne.code, ligne])), bornes }
  return (
    <div className="france">
      <DessinCadre cadre={dessin.metropole} comptes={comptes} className="france-metropole" />
      <Legende bornes={bornes} />
      <ul className="france-encarts">
        {dessin.encarts.map((cadre) => (
          <li key={cadre.nom}>
            <DessinCadre cadre={cadre} comptes={comptes} className="france-encart" />
            <p>{cadre.nom}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function DessinCadre({ cadre, comptes, className }: { cadre: CadreDeFrance; comptes: Comptes; className: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links has no element of its own
    <svg
      className={className}
      viewBox={`0 0 ${cadre.largeur} ${cadre.hauteur}`}
      role="group"
      aria-label={`${cadre.nom} : nombre de lieux`}
    >
      {cadre.traces.map((trace) => (
        <Departement key={trace.code} trace={trace} comptes={comptes} />
      ))}
    </svg>
  )
}

function Departement({ trace, comptes: { parCode, bornes } }: { trace: DepartementTrace; comptes: Comptes }) {
  const ligne = parCode.get(trace.code)
  const nombre = ligne?.nombre ?? 0
  const classe = `teinte-${classeOf(nombre, bornes)}${ligne?.choisi ? ' choisi' : ''}`
  return (
    <a
      href={ligne?.href ?? `/?departement=${trace.code}`}
      aria-label={`${trace.nom} (${trace.code}) : ${compte(nombre, 'lieu', 'lieux')}`}
      className={classe}
    >
      <path d={trace.d} />
      <text x={trace.x} y={trace.y}>
        {nombre}
      </text>
    </a>
  )
}

function Legende({ bornes }: { bornes: number[] }) {
  return (
    <ul className="legende" aria-label="Nombre de lieux">
      <li>
        <span className="teinte teinte-0" /> aucun lieu connu
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
