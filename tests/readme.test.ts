import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VARIABLES_MENTIONS } from '#app/domain/citations/mentions.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('every npm script that README names exists', () => {
  const named = [...readme.matchAll(/npm (?:run )?(start|test|(?<=run )[a-z:]+)/g)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !(String(name) in scripts))).toEqual([])
})

test('every npm script is named in README', () => {
  const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))
  expect(missing).toEqual([])
})

test('every file and folder that README links to or lists is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path as string)
  const folders = [...readme.matchAll(/^ {4}((?:app|db|scripts|data|tests|docs)\/\S*)/gm)].map(
    ([, path]) => path as string,
  )
  expect([...links, ...folders].filter((path) => !existsSync(path))).toEqual([])
  expect(folders.length).toBeGreaterThan(8)
})

test('the two commands are the first lines of README after its title', () => {
  const [, , up, test] = readme.split('\n')
  expect([up, test]).toEqual([expect.stringContaining('npm run up'), expect.stringContaining('npm test')])
})

test('README is read in one sitting: 150 lines at most', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

test('every setting of the environment that the code reads is in README, and README names no other', () => {
  const files = ['app', 'db', 'scripts'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => `${room}/${name}`),
  )
  const read = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)\b/g)].map(([, name]) => name as string),
  )
  // Those of the legal page are read by their name in a table; PATH is the machine's.
  const settings = new Set([...read, ...Object.keys(VARIABLES_MENTIONS)].filter((name) => name !== 'PATH'))
  expect(settings.size).toBeGreaterThan(12)
  const [, rows = ''] = readme.split('### Settings')
  const table = rows.slice(0, rows.indexOf('\n## ')).matchAll(/^\| (`[^|]+) \|/gm)
  const named = new Set(
    [...table].flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name)),
  )
  expect([...named].sort()).toEqual([...settings].sort())
})

test.each([
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/exploitation.md',
  'docs/echelle.md',
  'docs/mesures.md',
  'docs/regles.md',
])('every file and folder that %s links to or names is there, and every command', (path) => {
  const text = readFileSync(path, 'utf8')
  const folder = path.includes('/') ? 'docs/' : ''
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link]) => folder + link)
  const named = [...text.matchAll(/`((?:app|db|scripts|tests|docs)\/[\w./-]+)`/g)].map(([, name]) => name as string)
  expect([...links, ...named].filter((one) => !existsSync(one))).toEqual([])
  const commands = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name as string)
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
})

test('validate is one command: lint, types, build and every test', () => {
  const steps = scripts.validate?.split(' && ').map((step) => step.replace('npm run ', '').replace('npm ', ''))
  expect(steps).toEqual(['lint', 'typecheck', 'build', 'test'])
})

test('the licence of the package is the text that stands beside it', () => {
  const { license } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(readFileSync('LICENSE', 'utf8').split('\n')[0]).toBe(`${license} License`)
})
