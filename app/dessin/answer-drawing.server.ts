import { createRequire } from 'node:module'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { espacesDuDocument } from '#app/domain/texte/espaces.ts'

const HEADERS = { 'Access-Control-Allow-Origin': '*' }

/** A drawing as an SVG file. */
export function answerSvg(drawing: ReactElement, fichier: string): Response {
  return answerDrawing(
    `<?xml version="1.0" encoding="UTF-8"?>\n${markupOf(drawing)}\n`,
    'image/svg+xml; charset=utf-8',
    fichier,
  )
}

/** The same drawn at `width` pixels. */
export async function answerPng(drawing: ReactElement, fichier: string, width = 1600): Promise<Response> {
  return answerDrawing(await svgToPng(markupOf(drawing), width), 'image/png', fichier)
}

function markupOf(drawing: ReactElement): string {
  return espacesDuDocument(renderToStaticMarkup(drawing))
}

async function svgToPng(svg: string, width: number): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  // Without a font of its own the text would vanish where the system has none.
  // Files, not buffers: this build of resvg knows no `fontBuffers`, and one unknown option makes it ignore them all.
  const font = { fontFiles: fonts(), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' }
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render().asPng()
}

function fonts(): string[] {
  const require = createRequire(import.meta.url)
  return ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
}

function answerDrawing(body: string | Uint8Array, type: string, fichier: string): Response {
  const disposition = { 'Content-Disposition': `inline; filename="${fichier}"` }
  return new Response(body as BodyInit, { headers: { ...HEADERS, ...disposition, 'Content-Type': type } })
}
