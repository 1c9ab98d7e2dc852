/**
 * The last part of `npm run build`: all that production runs beside the pages, as plain JavaScript. The server, the import
 * and the threads that check files need neither a compiler nor the packages of development.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileInto } from './setup/compile.mjs'
import { hashOf, ROOT } from './setup/hash.mjs'
import { CODE, PARTS, SERVER, STAMP } from './setup/parts.mjs'

rmSync(join(ROOT, STAMP), { force: true })
for (const [name, entry] of Object.entries(PARTS)) {
  rmSync(join(ROOT, 'build', name), { recursive: true, force: true })
  await compileInto(entry, `build/${name}`, { packages: name === SERVER })
}
writeFileSync(join(ROOT, STAMP), hashOf(CODE))
