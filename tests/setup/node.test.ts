import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeNode, TESTED } from '#scripts/setup/node.mjs'

test.each(['20.19.0', '20.20.2', '22.14.0', '22.23.3', '24.0.0', '24.21.0', '26.10.0'])(
  'nothing is said of Node %s',
  (version) => {
    expect(judgeNode(version)).toBeNull()
  },
)

test.each(['12.22.0', '18.20.8', '20.18.3', '22.13.1'])(
  'Node %s is refused in one sentence that says what to install',
  (version) => {
    expect(judgeNode(version)).toEqual({
      stop: true,
      sentence: expect.stringMatching(/^Node .+ is too old: install Node 24/),
    })
  },
)

test.each(['21.7.3', '23.11.0', '25.2.1', '28.0.0'])('Node %s is not known: said, and tried', (version) => {
  expect(judgeNode(version)).toEqual({ stop: false, sentence: expect.stringMatching(/^Node .+ is not tested here/) })
})

test('package.json asks for the versions that are tested', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
  expect(engines.node).toBe(
    Object.entries(TESTED)
      .map(([major, minor]) => `^${major}.${minor}.0`)
      .join(' || '),
  )
})
