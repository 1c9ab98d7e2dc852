/**
 * `node scripts/run.mjs import …`: a command, as `npm run build` compiled it when that is of this code, else from its
 * sources, by tsx. A machine that serves has no tsx, nor needs it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOf, ROOT } from './setup/hash.mjs'
import { CODE, STAMP } from './setup/parts.mjs'

const [name] = process.argv.splice(2, 1)
const source = join(ROOT, 'scripts', `${name}.ts`)
const compiled = join(ROOT, 'build', name, `${name}.mjs`)

if (!hasTsx() && !existsSync(compiled)) {
  console.error(
    `« ${name} » n’est pas construit : lancez « npm run build » là où les paquets de développement sont installés.`,
  )
  process.exit(1)
}
const entry = !hasTsx() || isOfThisCode() ? compiled : source
if (entry === source) (await import('tsx/esm/api')).register()
process.argv[1] = entry
await import(pathToFileURL(entry).href)

function hasTsx() {
  try {
    return import.meta.resolve('tsx/esm/api') !== ''
  } catch {
    return false
  }
}

function isOfThisCode() {
  const stamp = join(ROOT, STAMP)
  return existsSync(compiled) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(CODE)
}
