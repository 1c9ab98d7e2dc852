import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDemo, demoFiles } from '#scripts/demo/build.ts'

const folder = fileURLToPath(new URL('../data/demo/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(demoFiles(buildDemo()))) {
  writeFileSync(`${folder}${name}`, text)
  console.log(`data/demo/${name}: ${Buffer.byteLength(text)} bytes`)
}
