import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { narrowed, type Pages } from '#scripts/serve/narrow-build.ts'
import { smallBuild } from '#tests/support/pages.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

/** A build of the routes of the site, whose pages are empty. */
async function siteBuild(): Promise<ServerBuild> {
  const small = smallBuild()
  const root = { id: 'root', path: '', module: { default: () => null } } as Route
  const all = (await routes).map(({ id, file, path, index }) => {
    return { id: id ?? file, path, index, parentId: 'root', module: { default: () => null } } as Route
  })
  const byId = Object.fromEntries([root, ...all].map((route) => [route.id, route]))
  return { ...small, routes: byId, assets: { ...small.assets, routes: byId as never } }
}

/** The route that answers, as Remix chooses it. */
function routeOf(build: Pages, url: string): string | undefined {
  const { routes } = build as ServerBuild
  const children = Object.values(routes).flatMap((route) => (route?.parentId === 'root' ? [route] : []))
  const path = new URL(`https://exemple.fr${url}`).pathname
  const tree: { id?: string }[] = [{ id: 'root', path: '', children } as never]
  return matchRoutes(tree as never, path)?.at(-1)?.route.id
}

/** Ways in which people, robots and mistakes write an address. */
const WRITINGS: ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}/`,
  (path) => path.toUpperCase(),
  (path) => `/${path}`,
  (path) => path.replaceAll('/', '//'),
  (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => `${path}?vue=liste&a=/b`,
  (path) => `${path}x`,
  (path) => `${path}/encore`,
  (path) => `${path}.csv`,
  (path) => path.slice(0, -1) || '/',
  (path) => `/.${path}`,
  (path) => `${path}/..`,
  (path) => `/communes/..${path}`,
  (path) => `/lieux/%2E%2e${path}`,
  (path) => path.replaceAll('/', '\\'),
  (path) => path.replace('-', '_'),
]

test('each address, however it is written, is answered by the route that the whole build gives', async () => {
  const build = await siteBuild()
  const cut = narrowed(build, (one) => one)
  const patterns = Object.values(build.routes).map((route) => `/${route?.path ?? ''}`)
  const urls = patterns.flatMap((pattern) => {
    const path = pattern.replace(/:\w+/g, '29').replace('*', 'rien')
    return WRITINGS.map((write) => write(path))
  })
  expect(urls.length).toBeGreaterThan(1000)
  expect(urls.map((url) => [url, routeOf(cut(url), url)])).toEqual(urls.map((url) => [url, routeOf(build, url)]))
})

test('a place and a commune are looked for among a few routes, and what nobody answers among fewer', async () => {
  const build = await siteBuild()
  const count = (url: string) => Object.keys((cut(url) as ServerBuild).routes).length
  const cut = narrowed(build, (one) => one)
  expect(count('/lieux/abc')).toBeLessThan(6)
  expect(count('/communes/29232')).toBeLessThan(6)
  expect(count('/rien')).toBeLessThan(4)
  expect(Object.keys(build.routes).length).toBeGreaterThan(100)
})

test('it is made once for all addresses that begin alike, and unknown ones take no room', async () => {
  let made = 0
  const cut = narrowed(await siteBuild(), () => {
    made += 1
    return made
  })
  for (const url of ['/lieux/a', '/lieux/b?x=1', '/LIEUX/c', '/inconnu', '/autre/inconnu', '//lieux', '/%6cieux/a'])
    cut(url)
  expect(made).toBe(3)
})
