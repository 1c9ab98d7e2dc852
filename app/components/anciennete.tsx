import { useRouteLoaderData } from '@remix-run/react'
import type { Age } from '#app/domain/chiffres/dates.ts'

/** How old the files of the figures are, oldest first; null without any. */
export function useAge(): Age | null {
  return (useRouteLoaderData('root') as { age?: Age | null } | undefined)?.age ?? null
}

/** What a page of figures opens with when the oldest of its files has more than eighteen months. */
export function Anciennete() {
  const age = useAge()
  return age?.ancien ? <p className="anciennete">{age.phrase}</p> : null
}
