import { detectEncoding, type Encoding, readHead, readText } from './decode.ts'
import { type Fichier, fichierSurDisque } from './fichier.ts'
import { refuseAutre } from './nature.ts'
import { openCsv } from './read-csv.ts'
import { openJson } from './read-json.ts'
import { openWorkbook } from './read-workbook.ts'
import type { Choix, Table } from './table.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Opens a CSV (any encoding and separator), a JSON of objects or a workbook (.xlsx, .ods) and recognises its kind
 * from its header, unless `choix` says it.
 * Throws `Unreadable` with the columns seen, those that are likely, and the nearest kind.
 */
export async function openTable(file: string | Fichier, choix: Choix = {}): Promise<Table> {
  const fichier = typeof file === 'string' ? await fichierSurDisque(file) : file
  if (fichier.bytes === 0) throw new Unreadable(`${fichier.nom} : le fichier est vide.`)
  const head = await readHead(fichier, 200)
  refuseAutre(fichier.nom, head)
  if (isWorkbook(head)) return openWorkbook(fichier, choix)
  const encoding = await detectEncoding(fichier)
  const start = (await firstText(fichier, encoding)).trimStart()
  return /^[[{]/.test(start) ? openJson(fichier, encoding, choix) : openCsv(fichier, encoding, choix)
}

/** True for the first bytes of a workbook, which is a ZIP archive. */
export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b
}

async function firstText(fichier: Fichier, encoding: Encoding): Promise<string> {
  for await (const text of readText(fichier.read(65_536), encoding)) return text.replace(/^\ufeff/, '')
  return ''
}
