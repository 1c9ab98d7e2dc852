import { constants, deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough } from 'fflate'
import type { WriteSheet } from 'hucre'
import { escapeXml } from '#app/domain/texte/xml.ts'

export type CelluleDeClasseur = string | number | Date | null
type Lignes = readonly CelluleDeClasseur[][]

const FEUILLE = 'xl/worksheets/sheet1.xml'
/** The day 0 of a spreadsheet, and how long a day is, in ms. */
const [JOUR_ZERO, JOUR] = [Date.UTC(1899, 11, 30), 86_400_000]

/**
 * A workbook of which the first of `sheets`, whose one row is its header, goes on with the rows of `morceaux`: hucre writes it
 * but for these rows, which it would write in one go, for as long as they are many. A number and a date have the format of
 * their column.
 */
export async function writeClasseur(sheets: WriteSheet[], morceaux: Iterable<Lignes>): Promise<Iterable<Uint8Array>> {
  const { writeXlsx } = await import('hucre')
  return zipper(unzipSync(await writeXlsx({ stringMode: 'inline', sheets })), morceaux)
}

/** A file of the archive, each piece compressed as it comes; by Node, in half of what fflate takes itself. */
class Comprimee extends ZipPassThrough {
  override compression = 8
  protected override process(piece: Uint8Array, derniere: boolean): void {
    const finishFlush = derniere ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    this.ondata(null, deflateRawSync(piece, { finishFlush }) as Uint8Array<ArrayBuffer>, derniere)
  }
}

function* zipper(parties: Record<string, Uint8Array>, morceaux: Iterable<Lignes>): Iterable<Uint8Array> {
  const faits: Uint8Array[] = []
  const zip = new Zip((error, some) => {
    if (error) throw error
    faits.push(some)
  })
  for (const [nom, contenu] of Object.entries(parties)) {
    const partie = new Comprimee(nom)
    zip.add(partie)
    for (const piece of nom === FEUILLE ? writeFeuille(strFromU8(contenu), morceaux) : [contenu]) {
      partie.push(piece)
      yield* faits.splice(0)
    }
    partie.push(new Uint8Array(), true)
  }
  zip.end()
  yield* faits
}

function* writeFeuille(cadre: string, morceaux: Iterable<Lignes>): Iterable<Uint8Array> {
  // What it says of its size is that of its header.
  const [debut = '', fin = ''] = cadre.replace(/<dimension [^>]*>/, '').split(/(?=<\/sheetData>)/)
  // The header's cells have the formats of their columns.
  const formats = [...debut.matchAll(/<c r="[A-Z]+1"([^>]*)>/g)].map(
    ([, dits = '']) => / s="\d+"/.exec(dits)?.[0] ?? '',
  )
  yield strToU8(debut)
  let rang = 1
  for (const lignes of morceaux) yield strToU8(lignes.map((une) => writeLigne(une, ++rang, formats)).join(''))
  yield strToU8(fin)
}

function writeLigne(cellules: readonly CelluleDeClasseur[], rang: number, formats: readonly string[]): string {
  let ligne = `<row r="${rang}">`
  for (const [i, valeur] of cellules.entries()) {
    if (valeur === null) continue
    const ref = `r="${lettres(i)}${rang}"`
    if (typeof valeur === 'number') ligne += `<c ${ref}${formats[i]}><v>${valeur}</v></c>`
    else if (typeof valeur === 'string')
      ligne += `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${escapeXml(valeur)}</t></is></c>`
    else ligne += `<c ${ref}${formats[i]}><v>${(valeur.getTime() - JOUR_ZERO) / JOUR}</v></c>`
  }
  return `${ligne}</row>`
}

/** The name of a column: A to Z, then AA and on. */
function lettres(rang: number): string {
  const reste = String.fromCharCode(65 + (rang % 26))
  return rang < 26 ? reste : lettres(Math.floor(rang / 26) - 1) + reste
}
