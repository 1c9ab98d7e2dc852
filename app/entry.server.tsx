import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { EntreeContext } from './components/entree.ts'
import { espacesDuDocument } from './domain/texte/espaces.ts'

type Manifest = EntryContext['manifest'] & { hmr?: { runtime: string } }

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const document = writeDocument(request, headers, context)
  return new Response(document, { status, headers })
}

/** The whole document at once: same bytes for the same page, so that it can be kept. What fails is Remix's to say. */
export function writeDocument(request: Request, headers: Headers, context: EntryContext): string {
  // `hmr` is there in development only, and left out of the server's type.
  const { entry, hmr }: Manifest = context.manifest
  const html = renderToStaticMarkup(
    <EntreeContext.Provider value={{ entry: entry.module, runtime: hmr?.runtime }}>
      <RemixServer context={context} url={request.url} />
    </EntreeContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return `<!DOCTYPE html>${espacesDuDocument(html)}`
}
