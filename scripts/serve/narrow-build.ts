import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The first part of an address that is told apart as it is written; one written otherwise is left to the whole build. */
const FIRST = /^\/([\w.-]+)(?=\/[^/]|\/?$)/

/** What is given the pages to answer: the build, or in development how to load it again. */
export type Pages = ServerBuild | (() => Promise<ServerBuild>)

/**
 * Gives for an address what `make` makes of the build cut down to the routes that begin as it does. Remix ranks all the
 * routes that it has, a hundred here, several times a page: a fifth of the time of a page. Those
 * left out could not have answered, so that the same route does. In development, of all of them.
 * Throws for what is no address: `refusal` has turned it away.
 */
export function narrowed<Made>(build: Pages, make: (build: Pages) => Made): (url: string) => Made {
  if (typeof build === 'function') {
    const all = make(build)
    return () => all
  }
  const ids = new Map(Object.keys(build.routes).map((id) => [id, beginningOf(build.routes, id)]))
  const known = new Set(ids.values())
  const made = new Map<string | null, Made>()
  return (url) => {
    // As Remix reads it: `/communes/../lieux` is `/lieux`.
    const { pathname: path } = new URL(`http://localhost${url}`)
    // Case makes no difference to Remix. What none begins with is for those that begin with anything.
    const asked = path === '/' ? '' : FIRST.exec(path)?.[1]?.toLowerCase()
    const beginning = asked === undefined ? null : known.has(asked) ? asked : ANY
    const before = made.get(beginning)
    if (before !== undefined) return before
    const own = make(beginning === null ? build : keep(build, (id) => [beginning, ANY].includes(ids.get(id) ?? ANY)))
    made.set(beginning, own)
    return own
  }
}

/** Of a route of which the first part is a parameter, or which has none: root, what no page answers. */
const ANY = '*'

function beginningOf(routes: Routes, id: string): string {
  const route = routes[id]
  const above = route?.parentId === undefined ? ANY : beginningOf(routes, route.parentId)
  if (above !== ANY) return above
  if (route?.index) return ''
  const [first = ''] = (route?.path ?? '').replace(/^\//, '').split('/')
  return first === '' || /^[:*]/.test(first) || first.endsWith('?') ? ANY : first.toLowerCase()
}

function keep(build: ServerBuild, isKept: (id: string) => boolean): ServerBuild {
  const only = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => isKept(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
