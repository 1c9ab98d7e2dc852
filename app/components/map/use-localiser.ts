import { useEffect, useState } from 'react'
import type { Objet, PointRef } from '#app/domain/carte/points.ts'
import { LOCALISER_ATTRIBUTES, LOCALISER_SELECTOR, SHOW_MAP_EVENT } from './events.ts'

/** A point that a button of the page asks to see: `from` gets the focus back when the panel is closed. */
export type Localised = { ref: PointRef; from: HTMLElement }

/** The last `<button data-localiser="12">` or `<a data-localiser-structure="3">` that was pressed, anywhere. */
export function useLocaliser(): Localised | null {
  const [localised, setLocalised] = useState<Localised | null>(null)
  useEffect(() => {
    function onClick(event: MouseEvent): void {
      const from = event.target instanceof Element ? event.target.closest<HTMLElement>(LOCALISER_SELECTOR) : null
      const ref = from === null ? null : readRef(from)
      if (from === null || ref === null) return
      event.preventDefault()
      document.dispatchEvent(new CustomEvent(SHOW_MAP_EVENT, { detail: from }))
      setLocalised({ ref, from })
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
  return localised
}

function readRef(element: HTMLElement): PointRef | null {
  for (const [objet, attribute] of Object.entries(LOCALISER_ATTRIBUTES) as [Objet, string][]) {
    const numero = Number.parseInt(element.getAttribute(attribute) ?? '', 10)
    if (Number.isInteger(numero)) return { objet, numero }
  }
  return null
}
