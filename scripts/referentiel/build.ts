import type { Feature } from 'geojson'
import { type Dessin, drawFrance } from '#app/dessin/cadres.server.ts'
import { listAnciennes } from '#scripts/referentiel/anciennes.ts'
import { listArrondissements } from '#scripts/referentiel/arrondissements.ts'
import { findCentres } from '#scripts/referentiel/centres.ts'
import { buildOutlines, surfaceKm2 } from '#scripts/referentiel/outlines.ts'
import type { Packages } from '#scripts/referentiel/packages.ts'
import { mergeRegions } from '#scripts/referentiel/regions.ts'
import {
  anciennesCsv,
  arrondissementsCsv,
  communesCsv,
  departementsCsv,
  epciCsv,
  prenomsCsv,
  regionsCsv,
} from '#scripts/referentiel/tables.ts'

// Neither has inhabitants, so neither has a place, a post or a page.
const UNINHABITED = new Set(['984', '989'])

/** The files of data/referentiel by name: the same bytes for the same packages. */
export function buildReferentiel(packages: Packages): Record<string, string> {
  const communes = packages.communes.filter((commune) => commune.type === 'commune-actuelle')
  const departements = packages.departements.filter(({ code }) => !UNINHABITED.has(code))
  const centres = findCentres(communes, packages.towns)
  const noms = new Map(departements.map(({ code, nom }) => [code, nom]))
  const outlines = buildOutlines(packages.outlines, centres, noms)
  const surfaces = new Map(outlines.map((outline) => [outline.id, surfaceKm2(outline)]))
  const regions = packages.regions.filter(({ code }) => !UNINHABITED.has(code))
  const regionOf = new Map(departements.map(({ code, region }) => [code, region]))
  return {
    'communes.csv': communesCsv(communes, packages.epci, centres),
    'departements.csv': departementsCsv(departements, surfaces),
    'regions.csv': regionsCsv(regions),
    'anciennes.csv': anciennesCsv(listAnciennes(packages.communes, packages.historique, packages.towns)),
    'arrondissements.csv': arrondissementsCsv(listArrondissements(packages.communes, packages.towns)),
    'prenoms.csv': prenomsCsv(packages.prenoms),
    'epci.csv': epciCsv(packages.epci, communes),
    'departements.geojson': geojson(outlines),
    'regions.geojson': geojson(mergeRegions(outlines, regions, regionOf)),
    'dessin.json': dessin(drawFrance(outlines)),
  }
}

/** A feature a line. */
function geojson(features: readonly Feature[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`
}

/** A line for each outline. */
function dessin({ metropole, encarts }: Dessin): string {
  const cadres = [metropole, ...encarts].map(({ traces, ...cadre }) => {
    const lignes = traces.map((trace) => JSON.stringify(trace)).join(',\n')
    return `{${JSON.stringify(cadre).slice(1, -1)},"traces":[\n${lignes}\n]}`
  })
  return `{"metropole":${cadres[0]},"encarts":[${cadres.slice(1).join(',')}]}\n`
}
