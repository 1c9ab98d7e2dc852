import { useEffect, useReducer, useRef } from 'react'
import { withRetour } from '#app/components/liens.ts'
import type { MapFiche, MapPoint } from '#app/domain/carte/points.ts'
import type { ClustersApi } from '../clusters/api.ts'
import { type Marks, readMark } from '../clusters/marks.ts'
import { GIVE_BACK_EVENT } from '../events.ts'
import type { Localised } from '../use-localiser.ts'
import { changeChoice, pageToAsk } from './choice.ts'
import { fetchFiches } from './fiches.ts'

/** What the map shows of a choice: one point brought into sight, a cluster parted, or nothing any more. */
type Show = {
  point: (point: Pick<MapPoint, 'lat' | 'lon' | 'approximate'>, from: 'map' | 'page') => void
  bounds: (bounds: [number, number, number, number], zoom: number) => void
  nothing: () => void
}

/** Its page leads back to what is asked here. */
function leadingBack(fiche: MapFiche): MapFiche {
  return { ...fiche, href: withRetour(fiche.href, location.search.slice(1)) }
}

/** What is chosen on the map, by a click on it or a button of the page, and its words, fetched from the site. */
export function useChoice(clusters: ClustersApi, fichesUrl: string, show: Show) {
  const [choice, change] = useReducer(changeChoice, null)
  const titleRef = useRef<HTMLParagraphElement>(null)
  const origin = useRef<HTMLElement | null>(null)
  const focusNext = useRef(false)

  // Who asked with a button of the page reads the answer in the panel: it has the focus once it is drawn.
  useEffect(() => {
    if (choice === null || !focusNext.current) return
    // The map may just have come, taller than what stood in its place.
    titleRef.current?.closest('.carte-boite')?.scrollIntoView({ block: 'nearest' })
    titleRef.current?.focus()
    focusNext.current = false
  }, [choice])

  useEffect(() => {
    if (choice?.state !== 'loading') return
    const abort = new AbortController()
    fetchFiches(fichesUrl, pageToAsk(choice), abort.signal).then(
      (fiches) => change({ type: 'received', fiches: fiches.map(leadingBack) }),
      () => abort.signal.aborted || change({ type: 'failed' }),
    )
    return () => abort.abort()
  }, [choice, fichesUrl])

  function choosePoint(point: MapPoint, from: 'map' | 'page'): void {
    change({ type: 'choose', points: [{ objet: point.objet, numero: point.numero }], point })
    show.point(point, from)
  }

  async function pick(marks: Marks, rank: number): Promise<void> {
    const { alone } = readMark(marks, rank)
    origin.current = null
    if (alone !== null) {
      const point = await clusters.find(alone)
      if (point !== null) choosePoint(point, 'map')
      return
    }
    // A cluster of the filter before this one may be gone: the next picture is on its way.
    const opening = await clusters.open(marks.zoom, marks.id[rank] ?? -1).catch(() => null)
    if (opening?.kind === 'split') show.bounds(opening.bounds, opening.zoom)
    if (opening?.kind !== 'list') return
    change({ type: 'choose', points: opening.points, point: null })
    show.point({ ...opening, approximate: true }, 'map')
  }

  async function localise({ ref, from }: Localised): Promise<void> {
    const point = await clusters.find(ref)
    origin.current = from
    focusNext.current = true
    if (point === null) change({ type: 'absent' })
    else choosePoint(point, 'page')
  }

  function onClose(): void {
    change({ type: 'close' })
    // The list may have been replaced meanwhile, and the button with it.
    if (origin.current?.isConnected)
      document.dispatchEvent(new CustomEvent(GIVE_BACK_EVENT, { detail: origin.current }))
    else show.nothing()
    origin.current = null
  }

  function onRetry(): void {
    change({ type: 'retry' })
    // Its button goes away with the error.
    titleRef.current?.focus()
  }

  return { choice, titleRef, pick, localise, onClose, onRetry, onMore: () => change({ type: 'more' }) }
}
