import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const HEADERS = { 'Access-Control-Allow-Origin': '*' }

/** A drawing as an SVG file. */
export function answerSvg(drawing: ReactElement, fichier: string): Response {
  return answerDrawing(
    `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(drawing)}\n`,
    'image/svg+xml; charset=utf-8',
    fichier,
  )
}

/** The same drawn at `width` pixels. */
export function answerPng(drawing: ReactElement, fichier: string, width = 1600): Response {
  return answerDrawing(svgToPng(renderToStaticMarkup(drawing), width), 'image/png', fichier)
}

export function svgToPng(svg: string, width: number): Uint8Array {
  // Without a font of its own the text would vanish where the system has none.
  const font = { fontBuffers: fonts(), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' }
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font } as ConstructorParameters<typeof Resvg>[1])
    .render()
    .asPng()
}

let loaded: Buffer[] | undefined
function fonts(): Buffer[] {
  const require = createRequire(import.meta.url)
  loaded ??= ['DejaVuSans', 'DejaVuSans-Bold'].map((name) =>
    readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
  )
  return loaded
}

function answerDrawing(body: string | Uint8Array, type: string, fichier: string): Response {
  const disposition = { 'Content-Disposition': `inline; filename="${fichier}"` }
  return new Response(body as BodyInit, { headers: { ...HEADERS, ...disposition, 'Content-Type': type } })
}
