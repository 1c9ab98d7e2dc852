/**
 * The last part of `npm run build`: all that production runs beside the pages, as plain JavaScript. The server, the import
 * and the threads that check files need neither a compiler nor the packages of development.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { compileInto } from './setup/compile.mjs'
import { ROOT } from './setup/hash.mjs'

const PARTS = { atelier: 'app/atelier/ouvrier.ts', serve: 'scripts/serve.ts', import: 'scripts/import.ts' }

for (const [name, entry] of Object.entries(PARTS)) {
  rmSync(join(ROOT, 'build', name), { recursive: true, force: true })
  await compileInto(entry, `build/${name}`)
}
