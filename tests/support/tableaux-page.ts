import { textOf } from '#tests/pages/site.ts'

/** What a header adds for who does not see the row above it. */
const HIDDEN = /<span class="invisible">.*?<\/span>/g

/** The cells of each table of a page, header and total included, by the table's id; spaces made plain. */
export function tablesIn(html: string): Map<string, string[][]> {
  const figures = [...html.matchAll(/<figure class="tableau" id="([^"]+)"[^>]*>([\s\S]*?)<\/table>/g)]
  return new Map(
    figures.map(([, id = '', table = '']) => {
      const rows = [...table.matchAll(/<tr(?! class="groupes")[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
          textOf(`<body>${cell.replace(HIDDEN, '')}`).trim(),
        ),
      )
      return [id, rows] as const
    }),
  )
}

/** "1 234,5 %" → 0.1234: a cell of the page as the number that a file holds; text stays as it is. */
export function readCell(cell: string): string {
  if (cell === '—') return ''
  if (!/^[+−]?[\d\s]+(,\d+)?(\s?[%€])?$/.test(cell)) return cell
  const number = Number(
    cell
      .replace(/[\s%€+]/g, '')
      .replace(',', '.')
      .replace('−', '-'),
  )
  return String(cell.endsWith('%') ? Math.round(number * 10) / 1000 : number)
}

/** Whether a cell of a file is the one that its page shows: words alike, numbers at half a unit of the last digit shown. */
export function isShown(shown: string, filed: string): boolean {
  const page = readCell(shown)
  if (page === '' || filed === '' || Number.isNaN(Number(page)) || Number.isNaN(Number(filed))) return page === filed
  const decimals = (/,(\d+)/.exec(shown)?.[1]?.length ?? 0) + (shown.endsWith('%') ? 2 : 0)
  return Math.abs(Number(page) - Number(filed)) <= 0.5 * 10 ** -decimals + 1e-9
}

/** The rows of a table by the name of their columns, each cell read; a code stays as it is written. */
export function rowsIn(html: string, id: string): Record<string, string>[] {
  const [header = [], ...rows] = tablesIn(html).get(id) ?? []
  return rows.map((row) => {
    const cells = row.map((cell, rang): [string, string] => {
      const nom = header[rang] ?? ''
      return [nom, nom === 'Code' && cell !== '—' ? cell : readCell(cell)]
    })
    return Object.fromEntries(cells)
  })
}

const CODE = /^Code/
/** What a share within a distance is made of: its file says it, and most pages have no room for it. */
const FAIT_DE = /^Habitants (?:à \d+ km au plus|.*pris en compte)/

/** The rows of a CSV in the columns of its page: a file begins with the codes, and the page has no room for some columns. */
export function asOnPage(header: readonly string[], [noms = [], ...rows]: string[][]): string[][] {
  const autres = noms
    .flatMap((nom, rang) => (CODE.test(nom) || (FAIT_DE.test(nom) && !header.includes(nom)) ? [] : [rang]))
    .values()
  const rangs = header.map((nom) => (CODE.test(nom) ? noms.indexOf(nom) : (autres.next().value ?? -1)))
  return rows.map((cells) => rangs.map((rang) => cells[rang] ?? ''))
}
