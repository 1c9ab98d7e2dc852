import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** One hash of files and folders under the project's root: changes when one of them does. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(listFiles).sort()) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function listFiles(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path]
  return readdirSync(join(ROOT, path)).flatMap((name) => listFiles(`${path}/${name}`))
}
