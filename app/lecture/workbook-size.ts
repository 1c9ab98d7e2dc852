import { unzipSync } from 'fflate'
import { compte } from '#app/domain/texte/format.ts'
import { Unreadable } from './unreadable.ts'

/** INSEE's workbook opens into 18 MB, in 13 files. */
const MAX_FILES = 200

/**
 * Throws `Unreadable` for a workbook, which is a ZIP, whose own list of files says more than can be held: five megabytes
 * may open into a thousand times more. Nothing of it is decompressed. `maxBytes`: once opened.
 */
export function refuseBig(path: string, content: Uint8Array, maxBytes: number): void {
  let files = 0
  let bytes = 0
  let classeur = false
  try {
    unzipSync(content, {
      filter: ({ name, originalSize }) => {
        classeur ||= name === '[Content_Types].xml' || name === 'content.xml'
        files += 1
        bytes += originalSize
        return false
      },
    })
  } catch {
    throw unreadableWorkbook(path)
  }
  if (files > MAX_FILES || bytes > maxBytes)
    throw new Unreadable(
      `${path} : ce classeur est trop gros une fois ouvert (${compte(Math.round(bytes / 1_000_000), 'Mo', 'Mo')} en ` +
        `${compte(files, 'fichier', 'fichiers')} ; ${maxBytes / 1_000_000} Mo en ${MAX_FILES} fichiers au plus). Enregistrez la feuille en CSV.`,
    )
  if (!classeur)
    throw new Unreadable(`${path} : c’est une archive (.zip). Ouvrez-la, et donnez le fichier qu’elle contient.`)
}

export function unreadableWorkbook(path: string): Unreadable {
  return new Unreadable(`${path} : ce classeur ne peut pas être lu. Enregistrez la feuille en CSV.`)
}
