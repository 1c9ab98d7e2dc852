import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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
