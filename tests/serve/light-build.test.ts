import { createRequestHandler, data } from '@remix-run/node'
import { expect, test } from 'vitest'
import type { AppContext } from '#app/context.ts'
import { documentOf, lightBuild } from '#scripts/serve/light-build.ts'
import { smallBuild } from '#tests/support/pages.ts'

/** A build of one page, and how often what it loads is read. */
function counted(init?: ResponseInit) {
  const build = smallBuild()
  let reads = 0
  const page = {
    get mot() {
      reads += 1
      return 'lu'
    },
  }
  const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders
  const loader = () => (init ? data(page, init) : page)
  build.routes.accueil = { id: 'accueil', path: '/', module: { default: () => null, loader, headers } }
  return { build, reads: () => reads }
}

const ask = (build: ReturnType<typeof smallBuild>) =>
  createRequestHandler(build, 'production')(new Request('https://exemple.fr/'), {} as AppContext)

test('what a page loads is read to render it, and not once more for a client that never asks', async () => {
  const plain = counted()
  const light = counted()
  const [before, after] = [await ask(plain.build), await ask(lightBuild(light.build))]
  expect(documentOf(after)).toBe(await before.text())
  expect([documentOf(before), await after.text()]).toEqual([null, ''])
  expect([plain.reads(), light.reads()]).toEqual([2, 1])
})

test('the status and the headers that a loader says are those of its page', async () => {
  const { build } = counted({ status: 400, headers: { 'X-Dit': 'oui' } })
  const response = await ask(lightBuild(build))
  expect([response.status, response.headers.get('X-Dit')]).toEqual([400, 'oui'])
  expect(documentOf(response)).toContain('"mot":"lu"')
})

test('an error is one, and a file is what it is', async () => {
  const get = (path: string) =>
    createRequestHandler(lightBuild(smallBuild()), 'production')(
      new Request(`https://exemple.fr${path}`),
      {} as AppContext,
    )
  expect([(await get('/absent')).status, await (await get('/fragment')).text()]).toEqual([404, 'fragment'])
})
