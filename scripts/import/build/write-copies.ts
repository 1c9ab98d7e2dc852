import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { blocksOf } from '#app/lecture/fichier.ts'
import { withoutPersons } from '#app/lecture/normalise/noms.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import { readEmbeddedFile } from '#app/lecture/read-embedded.ts'
import { isUncut, type Row, type Table } from '#app/lecture/table.ts'
import type { Db } from '#db/connect.server.ts'
import { copie, copieMorceau } from '#db/schema.ts'
import type { Input, SourceResult } from '#scripts/import/input.ts'
import { prepareInsert } from './prepare-insert.ts'

/** Of a text, in one piece: what is compressed, kept and given at once. */
const MORCEAU = 1_000_000
/** A third larger than the smallest, and four times as fast. */
const NIVEAU = { level: 1 }
const REFERENTIEL = 'communes.csv'

/** What has been made of a file, before its name is known: its pieces, and how many cells were emptied. */
export type Copie = { morceaux: Buffer[]; vides: number }

/**
 * Keeps the files that were read, for whoever makes the figures again: each row as it was published, but for the cells in
 * which a person is named or reached, which are empty. Rows that could not be cut into cells are left out.
 */
export function startCopies(db: Db) {
  const insert = prepareInsert(db, copie)
  const insertMorceau = prepareInsert(db, copieMorceau)
  const noms = new Set<string>()

  function write(nom: string, sourceId: number | null, { morceaux, vides }: Copie): void {
    insert({ nom, sourceId, vides })
    for (const [rang, gzip] of morceaux.entries()) insertMorceau({ nom, rang, gzip })
  }

  /** `structures-2023-04-05.csv`; of two files of a kind and a day, the second says its rank. */
  function finish({ id, kind, millesime, path }: SourceResult, made: Copie, extension = extensionOf(path)): void {
    const tries = [`${kind}-${millesime}`, `${kind}-${millesime}-${id}`]
    const nom = `${tries.find((one) => !noms.has(one)) ?? tries[1]}${extension}`
    noms.add(nom.slice(0, -extension.length))
    write(nom, id, made)
  }

  write(`referentiel-${REFERENTIEL}`, null, { morceaux: referentiel(), vides: 0 })
  return { finish }
}

let embedded: Buffer[] | undefined

/** The communes that the site comes with, which the scripts of docs/recalcul read beside the published ones. */
function referentiel(): Buffer[] {
  embedded ??= [gzipSync(readEmbeddedFile(REFERENTIEL), NIVEAU)]
  return embedded
}

/** The copy of a file of rows, in which persons may be named: a CSV, whatever was published. */
export function startRows({ header, columns }: Pick<Table, 'header' | 'columns'>) {
  const morceaux: Buffer[] = []
  let rows: string[][] = [header]
  let chars = 0
  let vides = 0

  function flush(): void {
    if (rows.length === 0) return
    morceaux.push(gzipSync(`${Papa.unparse(rows, { newline: '\n' })}\n`, NIVEAU))
    rows = []
    chars = 0
  }

  function add(row: Row): void {
    if (isUncut(row)) return
    rows.push(
      row.published.map((text, rang) => {
        chars += text.length
        if (!isWithheld(text, columns[rang] ?? '', row.cells)) return text
        vides += 1
        return ''
      }),
    )
    if (chars > MORCEAU) flush()
  }

  function end(): Copie {
    flush()
    return { morceaux, vides }
  }

  return { add, end }
}

function isWithheld(text: string, field: string, cells: Row['cells']): boolean {
  if (text === '') return false
  const masked = maskPersonal(text, cells)
  return masked !== text || withoutPersons(masked, field, cells) !== masked
}

/** The copy of a reference file, which names nobody: its very bytes. */
export async function copyBytes({ path }: Pick<Input, 'path'>): Promise<Copie> {
  const morceaux: Buffer[] = []
  let blocks: Buffer[] = []
  let bytes = 0
  const flush = () => {
    if (blocks.length > 0) morceaux.push(gzipSync(Buffer.concat(blocks), NIVEAU))
    blocks = []
    bytes = 0
  }
  for await (const block of blocksOf(path)) {
    blocks.push(block)
    bytes += block.length
    if (bytes >= MORCEAU) flush()
  }
  flush()
  return { morceaux, vides: 0 }
}

function extensionOf(path: string): string {
  return extname(path.replace(/\.gz$/, '')) || '.csv'
}
