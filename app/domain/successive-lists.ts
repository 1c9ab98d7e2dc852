/**
 * Lists that follow one another, `parPage` rows to a page: each begins under the last row of the one before, and its
 * first page is full. `debuts`: the page (from 1) on which each begins; one of no row begins and ends there.
 */
export function suitesOf(totals: readonly number[], parPage: number): { debuts: number[]; pages: number } {
  let page = 1
  const debuts = totals.map((total) => {
    const debut = page
    page += Math.max(1, Math.ceil(total / parPage)) - 1
    return debut
  })
  return { debuts, pages: page }
}
