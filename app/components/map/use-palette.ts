import { useEffect, useState } from 'react'
import { type Palette, readPalette } from './canvas/palette.ts'

const CHANGES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** The colours in force on the element, read again whenever the visitor changes them. */
export function usePalette(element: Element | null): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null)
  useEffect(() => {
    if (element === null) return
    const read = () => setPalette(readPalette(element))
    read()
    const queries = CHANGES.map((query) => matchMedia(query))
    for (const query of queries) query.addEventListener('change', read)
    return () => {
      for (const query of queries) query.removeEventListener('change', read)
    }
  }, [element])
  return palette
}
