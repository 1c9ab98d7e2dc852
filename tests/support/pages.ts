import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { chiffresEnsemble } from '#db/territoires.server.ts'

/**
 * The smallest build that Remix accepts: a server under test answers with real loaders on a real database, without
 * a build of the site. Its pages are text.
 */
export function smallBuild(): ServerBuild {
  const page = (id: string, path: string, loader: (args: LoaderFunctionArgs) => unknown) => ({
    [id]: { id, path, parentId: undefined, module: { default: () => null, loader } },
  })
  return {
    entry: { module: { default: render, writeDocument } as ServerBuild['entry']['module'] },
    routes: {
      ...page('accueil', '/', ({ context }) => ({
        ...chiffresEnsemble(context.db),
        publicUrl: context.publicUrl,
        tuiles: context.tuiles.url,
      })),
      ...page('panne', 'panne', () => {
        throw new Error('secret of the house')
      }),
      ...page('absent', 'absent', () => {
        throw new Response('absent', { status: 404 })
      }),
      fragment: {
        id: 'fragment',
        path: 'fragment',
        module: { loader: () => new Response('fragment', { headers: { 'Cache-Control': 'public, max-age=60' } }) },
      },
    } as unknown as ServerBuild['routes'],
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: 'build-1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'test',
  }
}

type Rendered = { staticHandlerContext: { loaderData: unknown } }

function render(request: Request, status: number, headers: Headers, context: unknown): Response {
  return new Response(writeDocument(request, headers, context), { status, headers })
}

function writeDocument(_request: Request, headers: Headers, context: unknown): string {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return `page du site ${JSON.stringify((context as Rendered).staticHandlerContext.loaderData)}`.padEnd(2000, ' ')
}
