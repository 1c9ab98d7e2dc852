import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const regles = readFileSync('docs/regles.md', 'utf8')
const sections = [...regles.matchAll(/^## (\d+)\. /gm)].map(([, numero]) => Number(numero))
const sources = ['app', 'db', 'scripts'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => `${room}/${name}`),
)

test('each section of the rules has its number, and what code cites is a section', () => {
  expect(sections).toEqual(sections.map((_, rang) => rang + 1))
  const cited = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/regles\.md(?: §(\d+))?/g)].map(([, numero]) => [path, Number(numero)]),
  )
  expect(cited.length).toBeGreaterThan(10)
  expect(cited.filter(([, numero]) => !sections.includes(numero as number))).toEqual([])
})

test('each rule names a function or a table, in a file that has it', () => {
  const [rules = ''] = regles.split('## What is not held yet')
  for (const section of rules.split(/^## \d+\. /m).slice(1)) expect(section).toMatch(/`\w+` \(`[\w./-]+`\)|`\w+`\s+\(`/)
  // `name` or `name`, `name` in `other` before (`path`): each name stands in the file.
  const lines = rules.replace(/\s+/g, ' ')
  const named = [...lines.matchAll(/((?:`\w+`(?:, | in )?)+) \(`([\w./-]+)`\)/g)]
  expect(named.length).toBeGreaterThan(40)
  for (const [, names = '', path = ''] of named) {
    expect([path, existsSync(path)]).toEqual([path, true])
    const source = readFileSync(path, 'utf8')
    for (const [, name = ''] of names.matchAll(/`(\w+)`/g))
      expect([path, name, new RegExp(`(function|const) ${name}\\b`).test(source)]).toEqual([path, name, true])
  }
})
