import type { ServerBuild } from '@remix-run/node'
import { compile } from '#scripts/setup/compile.mjs'
import type { AppOptions } from './app.ts'

/** Pages from their sources, through Vite: built again at each request, changed in the browser as they are written. */
export async function devPages(): Promise<Pick<AppOptions, 'build' | 'clientDirectory' | 'before' | 'ouvrier'>> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>
  return { build, clientDirectory: null, before: vite.middlewares, ouvrier: await compile('app/atelier/ouvrier.ts') }
}
