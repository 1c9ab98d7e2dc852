import { CHAMP_NAMES, CHAMPS } from '#app/domain/lieu/champs.ts'
import { ANOMALIE_SEVERITY, type AnomalieCode, CODES_DU_VERIFICATEUR } from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import { COMMUNE_NAME_OPERATIONS } from '#app/domain/texte/fold.ts'
import { KINDS, type Kind } from '#app/domain/vocabulary.ts'
import { KIND_TABLES } from '#app/lecture/kinds.ts'
import { BORNES, borneDe, RESUME_MAX, VALEURS_MAX } from '#app/lecture/normalise/bornes.ts'
import { OLDER } from '#app/lecture/normalise/mots-anciens.ts'
import { NOM_OPERATIONS } from '#app/lecture/normalise/noms.ts'
import { TEXT_OPERATIONS } from '#app/lecture/normalise/text.ts'
import { listOfficialSources } from '#scripts/import/gather/sources.ts'

/** docs/import.md: what the import reads and does, from the tables that it reads and does it with. */
export function writeImport(): string {
  const own = new Set<AnomalieCode>(CODES_DU_VERIFICATEUR)
  const codes = (Object.keys(ANOMALIE_SEVERITY) as AnomalieCode[]).filter((code) => !own.has(code))
  return [
    INTRODUCTION,
    ...KINDS.flatMap(kindOf),
    '## Operations on every cell\n',
    table(
      ['code', 'operation'],
      TEXT_OPERATIONS.map(({ name, code }) => [`\`${code}\``, name]),
    ),
    '## The names of persons\n',
    'What is taken out of the names of places and of employers, then of addresses (docs/regles.md §9).\n',
    table(
      ['columns', 'operation'],
      Object.entries(NOM_OPERATIONS).flatMap(([colonnes, list]) => list.map(({ name }) => [colonnes, name])),
    ),
    '## Sizes\n',
    'No pattern runs over more of a cell: the rest is cut, and said (`texte.trop_long`). An identifier that is longer is none.\n',
    table(['column', 'characters kept'], sizes()),
    '## Operations on the name of a commune, to compare it\n',
    table(
      ['operation', 'pattern', 'becomes'],
      COMMUNE_NAME_OPERATIONS.map(({ name, when, fix }) => [name, `\`${when.source}\``, `\`${fix}\``]),
    ),
    '## Words of older files\n',
    'Read before " : ", without accents, capitals nor punctuation.\n',
    ...CHAMP_NAMES.flatMap((champ) => {
      const words = Object.entries(OLDER[champ] ?? {})
      if (words.length === 0) return []
      const rows = words.map(([word, values]) => [word, values.join(' · ') || '(no restriction)'])
      return [`### ${CHAMPS[champ].column}\n`, table(['older', 'standard 1.0.2'], rows)]
    }),
    '## What is said of a row\n',
    'An error rejects the row, or the value; a warning asks a person to look; an info says what was put right.\n',
    table(
      ['code', 'severity', 'sentence'],
      codes.map((code) => [`\`${code}\``, ANOMALIE_SEVERITY[code], ANOMALIE_PHRASE[code]]),
    ),
    AJOUTER,
  ].join('\n')
}

function sizes(): string[][] {
  const max = [...new Set(BORNES.values())].sort((a, b) => a - b)
  const columnsOf = (size: number) => [...BORNES].filter(([, own]) => own === size).map(([column]) => `\`${column}\``)
  return [
    ...max.map((size) => [columnsOf(size).join(', '), String(size)]),
    ['any other', String(borneDe(''))],
    ['values of one list', String(VALEURS_MAX)],
    ['shown of a summary', String(RESUME_MAX)],
  ]
}

function kindOf(kind: Kind): string[] {
  const { columns, required } = KIND_TABLES[kind]
  const official = listOfficialSources().filter((source) => source.kind === kind)
  const names = (published: (string | RegExp)[]) =>
    published.map((name) => (typeof name === 'string' ? `\`${name}\`` : `\`/${name.source}/\``)).join(', ')
  return [
    `## \`${kind}\`\n`,
    ...official.map(({ titre, producteur, licence, page, manuel }) => {
      return `${titre}. ${producteur}, ${licence}: <${page}>${manuel ? ' (given by hand)' : ''}.\n`
    }),
    `Recognised when the header has ${required.map((group) => group.map((name) => `\`${name}\``).join(' or ')).join(', and ')}.\n`,
    table(
      ['our column', 'published names, the first found wins'],
      Object.entries(columns).map(([ours, published]) => [`\`${ours}\``, names(published)]),
    ),
  ]
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''].join('\n')
}

const INTRODUCTION = `# What the import reads

Written by \`npm run docs\` from the tables of the code; a test compares. Headers are compared without accents, capitals,
apostrophes and punctuation, words joined by \`_\`. Any order of columns, any of \`;\` \`,\` tab \`|\`, UTF-8 with or
without its mark, UTF-16, Windows-1252, any line end. Columns that nobody knows are left aside.
The e-mail address of a person is published nowhere: neither in its column nor inside a text. One import at a time works on a
database: a second one is refused in a sentence.
`

const AJOUTER = `## To add a source

1. Add a line to \`data/sources.json\`: \`id\`, \`kind\`, \`titre\`, \`producteur\`, \`licence\`, \`page\`, and \`slug\` (a data
   set of data.gouv.fr: its newest CSV is taken) or \`url\`.
2. If its header calls a column by another name, add that name to \`KIND_TABLES\` (app/lecture/kinds.ts).
3. If its lists use other words, add them to \`OLDER\` (app/lecture/normalise/mots-anciens.ts).
4. If it is mended somewhere of its own, add it to \`CORRECTIONS\` (app/domain/collectivites/corrections.ts).
5. \`npm run import -- --kind KIND FILE --out /tmp/essai.sqlite\`: read the summary and the report.
6. Add a row of it, with its defects, to \`tests/fixtures\`, and its line to \`data/README.md\` with its licence.
7. \`npm run docs\`, \`npm test\`.
`
