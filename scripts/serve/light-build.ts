import { data, type EntryContext, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node'

type Route = NonNullable<ServerBuild['routes'][string]>
type Loader = NonNullable<Route['module']['loader']>
type HandleDocument = (
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: LoaderFunctionArgs['context'],
) => Response
type Entry = { writeDocument: (request: Request, headers: Headers, context: EntryContext) => string }

const documents = new WeakMap<Response, string>()

/** The document that an answer of such a build stands for, which has no body; null when it is no document. */
export function documentOf(response: Response): string | null {
  return documents.get(response) ?? null
}

/**
 * The same build, whose pages are rendered from what their loaders give without it being written as text too. Remix
 * writes it for a client that hydrates, and none here does: a fifth of the time of a list. It is given nothing to
 * write, and what was loaded is put back just before the page is rendered. The page is given as the text that it is
 * (`documentOf`): as the body of a Response it is copied three times, and read back piece by piece.
 */
export function lightBuild(build: ServerBuild): ServerBuild {
  const loaded = new WeakMap<object, Map<string, unknown>>()

  function light(route: Route): Route {
    const { loader } = route.module
    // Without a component it answers by itself.
    if (!loader || !route.module.default) return route
    return { ...route, module: { ...route.module, loader: keeping(route.id, loader) } }
  }

  function keeping(id: string, loader: Loader): Loader {
    return async (args) => {
      const found: unknown = await loader(args)
      if (found instanceof Response) return found
      const own = loaded.get(args.context) ?? new Map<string, unknown>()
      loaded.set(args.context, own)
      own.set(id, isWithInit(found) ? found.data : found)
      return isWithInit(found) ? data(null, found.init ?? undefined) : null
    }
  }

  const { writeDocument } = build.entry.module as unknown as Entry
  const withLoaded: HandleDocument = (request, status, headers, context, loadContext) => {
    const { staticHandlerContext } = context
    const loaderData = { ...staticHandlerContext.loaderData, ...Object.fromEntries(loaded.get(loadContext) ?? []) }
    staticHandlerContext.loaderData = loaderData
    const document = writeDocument(request, headers, context)
    const response = new Response(null, { status, headers })
    documents.set(response, document)
    return response
  }
  return {
    ...build,
    entry: { module: { ...build.entry.module, default: withLoaded as never } },
    routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && light(route)])),
  }
}

type WithInit = ReturnType<typeof data>

function isWithInit(value: unknown): value is WithInit {
  return typeof value === 'object' && value !== null && (value as WithInit).type === 'DataWithResponseInit'
}
