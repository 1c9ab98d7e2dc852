import { parseArgs } from 'node:util'
import { geocodeurOf } from '#app/domain/geocodage/geocodeur.ts'
import { KINDS, type Kind } from '#app/domain/vocabulary.ts'
import { readColonnes } from '#app/lecture/column-names.ts'
import { isDate } from '#app/lecture/normalise/values.ts'

export type ImportOptions = {
  /** `colonnes`: what is said of the columns of a file (`readColonnes`). */
  files: { path: string; kind?: Kind; colonnes?: Record<string, string> }[]
  demo: boolean
  fromArchive: string | null
  out: string
  report: string | null
  json: boolean
  force: boolean
  /** A source that does not answer is no failure of the command: its last copy will do. */
  allowStale: boolean
  /** Nothing is done when the published database comes from the same files by the same code: so for the official ones. */
  ifChanged: boolean
  millesime: string | null
  /** A file of the shape of data/sources.json, in its place. */
  sources: string | null
  /** The geocoder to ask for what the archive does not know; null: nothing is asked of anyone. */
  geocode: string | null
}

/** A misuse of the command; the message says the way out. Exit code 2. */
export class Misuse extends Error {
  override name = 'Misuse'
}

export const USAGE = `npm run import                          les fichiers officiels ; sans réseau, les données de démonstration
npm run import -- --demo                les données de démonstration
npm run import -- FICHIER_OU_URL…       ces fichiers ; le type est reconnu d’après l’en-tête
npm run import -- --kind TYPE FICHIER   impose le type : ${KINDS.join(', ')}
npm run import -- --columns ville=commune,cp=code_postal FICHIER   dit ce que sont ses colonnes
npm run import -- --from-archive DATE   l’état à une date (AAAA-MM-JJ)
  --out CHEMIN   --report CHEMIN   --millesime AAAA-MM-JJ   --json   --force   --if-changed   --allow-stale
  --sources CHEMIN   une autre liste de sources que data/sources.json
  --geocode   cherche la position des adresses sans coordonnées auprès du géocodeur national (GEOCODER_URL)`

/** Reads the command line. Throws `Misuse`. `--kind` and `--columns` hold for the file that follows them. */
export function readOptions(args: string[]): ImportOptions {
  const { values, tokens } = parse(args)
  const files = readFiles(tokens)
  const sources = [files.length > 0, values.demo === true, values['from-archive'] !== undefined].filter(Boolean)
  if (sources.length > 1) throw new Misuse('Choisissez : des fichiers, --demo ou --from-archive.')
  for (const name of ['from-archive', 'millesime'] as const) {
    if (values[name] !== undefined && !isDate(values[name]))
      throw new Misuse(`--${name} attend une date AAAA-MM-JJ, pas « ${values[name]} ».`)
  }
  if (values.geocode && values.demo)
    throw new Misuse('--geocode ne va pas avec --demo : les adresses de démonstration sont inventées.')
  return {
    files,
    geocode: values.geocode ? readGeocodeur(process.env.GEOCODER_URL) : null,
    demo: values.demo ?? false,
    fromArchive: values['from-archive'] ?? null,
    out: values.out ?? process.env.DATABASE_PATH ?? 'data/annuaire.sqlite',
    report: values.report ?? null,
    json: values.json ?? false,
    force: values.force ?? false,
    allowStale: values['allow-stale'] ?? false,
    ifChanged: !values.force && (values['if-changed'] ?? sources.length === 0),
    millesime: values.millesime ?? null,
    sources: values.sources ?? null,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      tokens: true,
      options: {
        demo: { type: 'boolean' },
        'from-archive': { type: 'string' },
        kind: { type: 'string', multiple: true },
        columns: { type: 'string', multiple: true },
        out: { type: 'string' },
        report: { type: 'string' },
        millesime: { type: 'string' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
        'allow-stale': { type: 'boolean' },
        'if-changed': { type: 'boolean' },
        sources: { type: 'string' },
        geocode: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

function readGeocodeur(text: string | undefined): string {
  let url: string | null
  try {
    url = geocodeurOf(text)
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
  if (url === null) throw new Misuse('--geocode : GEOCODER_URL est vide, il n’y a pas de géocodeur à interroger.')
  return url
}

function readFiles(tokens: ReturnType<typeof parse>['tokens']): ImportOptions['files'] {
  const files: ImportOptions['files'] = []
  let said: Omit<ImportOptions['files'][number], 'path'> = {}
  for (const token of tokens) {
    if (token.kind === 'option' && token.name === 'kind') said.kind = readKind(token.value)
    if (token.kind === 'option' && token.name === 'columns')
      said.colonnes = { ...said.colonnes, ...readColumns(token.value) }
    if (token.kind !== 'positional') continue
    files.push({ path: token.value, ...said })
    said = {}
  }
  for (const [name, value] of [['kind', said.kind] as const, ['columns', said.colonnes] as const])
    if (value) throw new Misuse(`--${name} attend un fichier après lui.`)
  return files
}

function readKind(text: string | undefined): Kind {
  const kind = KINDS.find((one) => one === text)
  if (kind === undefined) throw new Misuse(`--kind ${text} : types connus ${KINDS.join(', ')}.`)
  return kind
}

function readColumns(text = ''): Record<string, string> {
  const colonnes = readColonnes(text.split(',').filter((one) => one.trim() !== ''))
  if (colonnes === null || colonnes.size === 0)
    throw new Misuse(`--columns ne comprend pas « ${text} » : écrivez ville=commune,cp=code_postal.`)
  return Object.fromEntries(colonnes)
}
