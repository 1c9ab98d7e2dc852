import { readXlsx } from 'hucre/xlsx'

/** The rows of a sheet of a workbook, null for an empty cell. */
export async function sheetOf(bytes: ArrayBuffer, name: string): Promise<unknown[][]> {
  const { sheets } = await readXlsx(new Uint8Array(bytes))
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet « ${name} »`)
  return sheet.rows
}
