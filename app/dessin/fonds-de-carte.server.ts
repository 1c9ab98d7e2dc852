import { geoMercator } from 'd3-geo'
import Papa from 'papaparse'
import type { CadreDessine, Fond, Maille } from '#app/dessin/fond-de-carte.ts'
import departementsCsv from '../../data/referentiel/departements.csv?raw'
import regionsGeojson from '../../data/referentiel/regions.geojson?raw'
import { type Contour, cadre, cadreMetropole, OUTRE_MER, PETITE_COURONNE } from './cadres.server.ts'
import { contoursDeFrance, contoursOf, dessinEntier } from './france.server.ts'

type LigneDeReference = { code: string; nom: string; region: string }

// Overseas regions are 01 to 06, the other territories have three digits.
const REGION_DE_METROPOLE = /^[1-9]\d$/
const DRAW: Record<Maille, () => Fond> = { departements: drawDepartements, regions: drawRegions }
const drawn: Partial<Record<Maille, Fond>> = {}

/** The shapes of a choropleth, drawn once per process. */
export function fondDeCarte(maille: Maille): Fond {
  drawn[maille] ??= DRAW[maille]()
  return drawn[maille]
}

function drawDepartements(): Fond {
  const { metropole, encarts } = dessinEntier()
  return {
    maille: 'departements',
    // Here whole: a hole at Paris would read as missing. Its links are in the inset, where a finger can touch them.
    metropole,
    rappels: PETITE_COURONNE,
    encarts: [...encarts, ...sansContour(readReferentiel(departementsCsv)).map(square)],
  }
}

function drawRegions(): Fond {
  const departements = readReferentiel(departementsCsv)
  const contours = contoursOf(regionsGeojson)
  const isProche = ({ properties }: Contour) => REGION_DE_METROPOLE.test(properties.code)
  const loin = contours.filter((contour) => !isProche(contour))
  return {
    maille: 'regions',
    metropole: cadreMetropole(contours.filter(isProche)),
    rappels: [],
    encarts: [
      ...loin.map((contour) => cadre(contour.properties.nom, geoMercator(), [contour], OUTRE_MER)),
      ...sansContour(departements).map(square),
    ],
  }
}

/** Wallis-et-Futuna, French Polynesia and New Caledonia: their code is that of their region too. */
function sansContour(departements: readonly LigneDeReference[]): LigneDeReference[] {
  const drawnCodes = new Set(contoursDeFrance().map(({ properties }) => properties.code))
  return departements.filter(({ code }) => !drawnCodes.has(code))
}

/** A territory of which no outline is at hand stands as a square. */
function square({ code, nom }: LigneDeReference): CadreDessine {
  const { largeur, hauteur } = OUTRE_MER
  const d = `M${largeur / 2 - 32} ${hauteur / 2 - 32}h64v64h-64z`
  return { nom, largeur, hauteur, traces: [{ code, nom, d, x: largeur / 2, y: hauteur / 2 }], sansContour: true }
}

function readReferentiel(csv: string): LigneDeReference[] {
  return Papa.parse<LigneDeReference>(csv.trim(), { header: true }).data
}
