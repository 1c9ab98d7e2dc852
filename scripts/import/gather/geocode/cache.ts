import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemandeGeocodage, type Geocode, type Geocodes, STATUTS } from '#app/lecture/adresses-geocodees.ts'
import { withCle } from '#app/lecture/geocodage.ts'
import { writeWhole } from '#scripts/import/gather/archive.ts'

/** What was asked, and what was answered. */
export type Reponse = { demande: DemandeGeocodage; geocode: Geocode }

/**
 * The answers of an archive. `empreinte`: which ones they are, in a few characters; `le`: the day of the last one,
 * YYYY-MM-DD; both '' when there is none.
 */
export type Cache = { find: Geocodes; size: number; empreinte: string; le: string }

/** No answer at all: the demonstration's addresses are invented. */
export const NO_CACHE: Cache = { find: () => null, size: 0, empreinte: '', le: '' }

/** Free text last: a line cut short loses a column that is looked at. */
const COLONNES = ['cle', 'adresse', 'code_insee', 'code_postal', 'statut', 'type', 'score']
const COLONNES_TROUVEES = ['code_insee_trouve', 'latitude', 'longitude', 'libelle']
const HEADER = [...COLONNES, ...COLONNES_TROUVEES].join(';')

const NAME = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{64}\.csv$/

const folderOf = (archive: string) => join(archive, 'geocodage')

/**
 * The answers that an archive keeps, good and bad. They are part of the archive as the published files are: every
 * import of it uses them, with or without `--geocode`, so that the database stays a pure function of the archive.
 * Of two answers to one address, the last. A line that was damaged is left out, and asked again.
 */
export function readCache(archive: string): Cache {
  const names = listNames(folderOf(archive))
  const geocodes = new Map<string, Geocode>()
  for (const name of names) {
    for (const line of readFileSync(join(folderOf(archive), name), 'utf8').split('\n')) {
      const reponse = readLine(line)
      if (reponse) geocodes.set(reponse.demande.cle, reponse.geocode)
    }
  }
  const empreinte = names.length > 0 ? createHash('sha256').update(names.join()).digest('hex').slice(0, 16) : ''
  return {
    find: ({ cle }) => geocodes.get(cle) ?? null,
    size: geocodes.size,
    empreinte,
    le: names.at(-1)?.slice(0, 10) ?? '',
  }
}

/** Keeps answers as a new file of the archive, whole or not at all; what is there is never written again. */
export function keepReponses(archive: string, today: string, reponses: readonly Reponse[]): void {
  if (reponses.length === 0) return
  const text = `${[HEADER, ...reponses.map(writeLine)].join('\n')}\n`
  mkdirSync(folderOf(archive), { recursive: true })
  const sha256 = createHash('sha256').update(text).digest('hex')
  writeWhole(join(folderOf(archive), `${today}-${sha256}.csv`), (path) => writeFileSync(path, text))
}

function listNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
}

function writeLine({ demande, geocode }: Reponse): string {
  const { cle, adresse, codeInsee, codePostal } = demande
  const { statut, type, score, codeInsee: trouve, point, libelle } = geocode
  const found = point ? [trouve, String(point.lat), String(point.lon)] : [trouve, '', '']
  const cells = [cle, adresse, codeInsee, codePostal, statut, type, String(score), ...found, libelle]
  return cells.map((cell) => cell.replace(/[;"\s]+/g, ' ')).join(';')
}

/** The key is made again from what it stands for: a damaged address is no address. */
function readLine(line: string): Reponse | null {
  const cells = line.replace(/\r$/, '').split(';')
  if (cells.length !== COLONNES.length + COLONNES_TROUVEES.length) return null
  const [cle, adresse = '', codeInsee = '', codePostal = '', statut, type, score, trouve, lat, lon, libelle] = cells
  const demande = withCle({ adresse, codeInsee, codePostal })
  const geocode = readGeocode({ statut, type, score, codeInsee: trouve, lat, lon, libelle })
  return demande.cle === cle && geocode ? { demande, geocode } : null
}

type Cells = Partial<Record<'statut' | 'type' | 'score' | 'codeInsee' | 'lat' | 'lon' | 'libelle', string>>

/** An answer from its cells, null for what is none: an unknown status, a good one without a score or a point. */
export function readGeocode({
  statut,
  type = '',
  score,
  codeInsee = '',
  lat,
  lon,
  libelle = '',
}: Cells): Geocode | null {
  const known = STATUTS.find((one) => one === statut)
  if (known === undefined) return null
  if (known !== 'ok') return { statut: known, type: '', score: 0, codeInsee: '', point: null, libelle: '' }
  const [points, y, x] = [score, lat, lon].map(readNumber)
  if (points == null || y == null || x == null || Math.abs(y) > 90 || Math.abs(x) > 180) return null
  return { statut: known, type, score: points, codeInsee, point: { lat: y, lon: x }, libelle }
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : null
}
