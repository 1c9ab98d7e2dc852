import type { FeatureCollection } from 'geojson'
import texte from '../../data/referentiel/departements.geojson?raw'
import dessine from '../../data/referentiel/dessin.json?raw'
import { type Contour, type Dessin, PETITE_COURONNE } from './cadres.server.ts'

/** The outlines as published with the site, for the map's ground. */
export const CONTOURS = texte

let contours: Contour[] | undefined
let entier: Dessin | undefined
let dessin: Dessin | undefined

/** The outline of each department and territory that has one. */
export function contoursDeFrance(): Contour[] {
  contours ??= contoursOf(texte)
  return contours
}

/** Those of a file of data/referentiel. */
export function contoursOf(geojson: string): Contour[] {
  return (JSON.parse(geojson) as FeatureCollection).features as Contour[]
}

/** France as it was drawn with the outlines: to draw it took a tenth of a start. */
export function dessinEntier(): Dessin {
  entier ??= JSON.parse(dessine) as Dessin
  return entier
}

/** The map for whoever has no script, and its shape before the script comes: those around Paris are in their inset alone. */
export function dessinDeFrance(): Dessin {
  dessin ??= sansCouronne(dessinEntier())
  return dessin
}

function sansCouronne({ metropole, encarts }: Dessin): Dessin {
  return {
    metropole: { ...metropole, traces: metropole.traces.filter(({ code }) => !PETITE_COURONNE.includes(code)) },
    encarts,
  }
}
