import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'horloge.mjs')).href

/** What makes a command live at another time: a day, or so many milliseconds from now. */
export function aLHeure(when: string | number) {
  const decalage = typeof when === 'number' ? when : Date.parse(when) - Date.now()
  return { nodeArgs: ['--import', PRELOAD], env: { HORLOGE_DECALAGE: String(decalage) } }
}
