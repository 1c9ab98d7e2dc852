import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabases } from '#db/open.server.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { startServer } from '#tests/support/server.ts'

const EXAMPLES = resolve(import.meta.dirname, '../../docs/examples')
const ICI = 'http://localhost:3000'
const run = promisify(execFile)

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ build: await siteBuild() })
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

const isThere = (command: string) => spawnSync(command, ['--version']).status === 0

const RUN: [file: string, needs: string[], prints: RegExp][] = [
  ['curl.sh', ['sh', 'curl'], /"lieux":[\s\S]*id,pivot,nom[\s\S]*"kind":"lieux"/],
  ['javascript.mjs', ['node'], /km : [\s\S]*lieux dans le département 66/],
  ['python.py', ['python3'], /Source : [\s\S]*lieux dans le département 66/],
  ['r.R', ['Rscript'], /postes_pour_10000/],
]

for (const [file, needs, prints] of RUN) {
  const [command = ''] = needs
  const absent = needs.filter((one) => one !== 'sh' && !isThere(one))
  test.skipIf(absent.length > 0)(
    `${file} runs${absent.length > 0 ? ` (skipped: no ${absent.join(', ')} here)` : ''}`,
    async () => {
      const { stdout } = await run(command, [`${EXAMPLES}/${file}`, `http://127.0.0.1:${server.port}`])
      expect(stdout).toMatch(prints)
    },
  )
}

test.each(['r.R', 'umap.md', 'qgis.md', 'tableur.md', 'javascript.mjs', 'python.py'])(
  'what %s asks for answers',
  async (file) => {
    const text = readFileSync(`${EXAMPLES}/${file}`, 'utf8')
    const urls = [...text.matchAll(/(?:http:\/\/localhost:3000|\$?\{SITE\}|")(\/api\/v1\/[^\s`"'\\]+)/g)].map(
      ([, path]) => path as string,
    )
    expect(urls.length).toBeGreaterThan(0)
    expect(text).toContain(ICI)
    for (const path of urls) {
      // What a map writes in the place of its edges.
      const filled = path
        .replace('{west}', '1')
        .replace('{south}', '42')
        .replace('{east}', '4')
        .replace('{north}', '44')
      const response = await fetch(`http://127.0.0.1:${server.port}${filled}`)
      expect([path, response.status]).toEqual([path, 200])
      await response.arrayBuffer()
    }
  },
)
