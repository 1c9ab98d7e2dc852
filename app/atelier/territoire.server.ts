import Papa from 'papaparse'
import { buildContours } from '#app/lecture/contours.ts'
import { buildTerritoire, type Territoire } from '#app/lecture/territoire.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'
import { anciennesConnues, communesConnues } from '#db/referentiel.server.ts'
import departementsCsv from '../../data/referentiel/departements.csv?raw'
import contours from '../../data/referentiel/departements.geojson?raw'

/** The territory that the import judged the published files with: the checker of the site judges with the same. */
export function territoireOf(db: Db): Territoire {
  return remember(db, readTerritoire)
}

function readTerritoire(db: Db): Territoire {
  const { data } = Papa.parse<Record<string, string>>(departementsCsv, { header: true, skipEmptyLines: true })
  const departements = data.map(({ code = '', nom = '', region, surface_km2 }) => {
    return { code, nom, region: region || null, surfaceKm2: Number(surface_km2) || null }
  })
  return buildTerritoire(communesConnues(db), departements, buildContours(JSON.parse(contours)), anciennesConnues(db))
}
