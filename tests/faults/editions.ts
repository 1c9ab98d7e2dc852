import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { csv, lieuxCsv, structuresCsv, type WorkFolder } from '#tests/import/files.ts'

/** The number of an edition stands in every place and in a commune; the employers are the same in all. */
export type Edition = { numero: number; lieux: string; communes: string; structures: string }

export const LIEUX = 300
const EMPLOYEURS = 120

/** The inhabitants of Reims, in an edition: others in the one before and in the one after. Three territories are copied, and not written each time. */
export const population = (numero: number) => 180_000 + (numero % 3)
export const siteWeb = (numero: number) => `https://exemple.fr/edition-${numero}`

/** Files of places, employers and communes, alike but for their number: a database of two editions is a broken one. */
export function writeEdition(folder: WorkFolder, numero: number): Edition {
  const lieux = Array.from({ length: LIEUX }, (_, i) => ({
    nom: `Médiathèque ${i + 1}`,
    site_web: siteWeb(numero),
    horaires: 'Mo-Fr 09:00-12:00',
    date_maj: '2024-05-02',
    services: 'Aider aux démarches administratives|Maîtrise des outils numériques du quotidien',
  }))
  const communes = [['Reims', '51454', '51', '44', '["51100"]', String(population(numero))]]
  const header = ['nom', 'code', 'codeDepartement', 'codeRegion', 'codesPostaux', 'population']
  return {
    numero,
    lieux: folder.write(`edition-${numero}/lieux-2024-06-01.csv`, lieuxCsv(lieux)),
    communes: folder.write(`edition-${numero}/communes-2024-01-01.csv`, csv(header, communes)),
    structures: folder.write('structures-2024-02-01.csv', structuresCsv(Array.from({ length: EMPLOYEURS }, employeur))),
  }
}

export const filesOf = ({ lieux, communes, structures }: Edition) => [lieux, structures, communes]

export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function employeur(_: unknown, i: number): string[] {
  const siret = String(43493312300000 + i)
  return [`VILLE ${i}`, 'Reims', 'Marne', String(1 + (i % 4)), '01/02/2024', siret, '51', '51454', '51100']
}
