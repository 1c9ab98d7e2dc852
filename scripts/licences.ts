/**
 * `npm run licences`: writes app/pages/textes/licences.json, what the product ships by licence, from the lock files: the
 * packages that run, those that they need, and not those that only build and test. Made again after a change of packages.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

export const LICENCES_PATH = 'app/pages/textes/licences.json'
const LOCKS = ['package-lock.json', 'scripts/setup/node20/package-lock.json']

/** What their own LICENSE says, where their package does not in one word. */
const PAR_LECTURE: Record<string, string> = { 'dejavu-fonts-ttf': 'Bitstream Vera', suncalc: 'BSD-2-Clause' }

/** `os`: the binary of one machine, which is under the licence of the package that brings it. */
type Locked = { license?: string; dev?: boolean; devOptional?: boolean; os?: string[] }

/** The names of packages by licence, the most frequent licence first. Throws when a package says none. */
export function licencesOf(locks: readonly string[]): Record<string, string> {
  const parLicence = new Map<string, Set<string>>()
  for (const lock of locks) {
    const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> }
    for (const [path, { license, dev, devOptional, os }] of Object.entries(packages)) {
      if (path === '' || dev || devOptional || os) continue
      const name = path.replace(/^.*node_modules\//, '')
      const licence = PAR_LECTURE[name] ?? license
      if (licence === undefined)
        throw new Error(`${name} ne dit pas sa licence : lisez-la, puis ajoutez-la à ${import.meta.url}.`)
      parLicence.set(licence, (parLicence.get(licence) ?? new Set()).add(name))
    }
  }
  const sorted = [...parLicence].sort(([a, some], [b, others]) => others.size - some.size || (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([licence, names]) => [licence, [...names].sort().join(', ')]))
}

export function writeLicences(): string {
  return `${JSON.stringify(licencesOf(LOCKS.map((path) => readFileSync(path, 'utf8'))), null, 2)}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(LICENCES_PATH, writeLicences())
