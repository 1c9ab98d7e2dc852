import { PassThrough } from 'node:stream'
import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { EntreeContext } from './components/entree.ts'
import { espacesDuDocument } from './domain/texte/espaces.ts'

type Manifest = EntryContext['manifest'] & { hmr?: { runtime: string } }

/** The whole document at once: same bytes for the same page, so that it can be kept compressed. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const { html, failed } = await render(request, context)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(html, { status: failed ? 500 : status, headers })
}

function render(request: Request, context: EntryContext): Promise<{ html: string; failed: boolean }> {
  // `hmr` is there in development only, and left out of the server's type.
  const { entry, hmr }: Manifest = context.manifest
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe } = renderToPipeableStream(
      <EntreeContext.Provider value={{ entry: entry.module, runtime: hmr?.runtime }}>
        <RemixServer context={context} url={request.url} />
      </EntreeContext.Provider>,
      {
        onAllReady() {
          const chunks: Buffer[] = []
          const body = new PassThrough()
          body.on('data', (chunk: Buffer) => chunks.push(chunk))
          // React 18 fills the end of a piece with zeros when an accent does not fit in it: they are no text of ours.
          body.on('end', () =>
            resolve({ html: espacesDuDocument(Buffer.concat(chunks).toString().replaceAll('\0', '')), failed }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          console.error(error)
        },
      },
    )
  })
}
