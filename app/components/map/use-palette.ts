import { useCallback, useEffect, useState } from 'react'
import { type Palette, readPalette } from './canvas/palette.ts'

const CHANGES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** The colours in force on the element that takes the ref, read again whenever the visitor changes them. */
export function usePalette(): {
  palette: Palette | null
  element: HTMLElement | null
  ref: (element: HTMLElement | null) => void
} {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [palette, setPalette] = useState<Palette | null>(null)
  // Read as soon as the element stands: a map painted later is another picture to make.
  const ref = useCallback((next: HTMLElement | null) => {
    setElement(next)
    if (next !== null) setPalette(readPalette(next))
  }, [])
  useEffect(() => {
    if (element === null) return
    const read = () => setPalette(readPalette(element))
    const queries = CHANGES.map((query) => matchMedia(query))
    for (const query of queries) query.addEventListener('change', read)
    return () => {
      for (const query of queries) query.removeEventListener('change', read)
    }
  }, [element])
  return { palette, element, ref }
}
