import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildReferentiel } from '#scripts/referentiel/build.ts'
import { readPackages } from '#scripts/referentiel/packages.ts'

const folder = fileURLToPath(new URL('../data/referentiel/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(buildReferentiel(readPackages()))) {
  writeFileSync(`${folder}${name}`, text)
  console.log(`data/referentiel/${name}: ${Buffer.byteLength(text)} bytes`)
}
