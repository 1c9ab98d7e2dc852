/** Times in ms, sizes in bytes as they travel (compressed, headers included). */
export type Figures = {
  largestPaint: number
  firstPaint: number
  layoutShift: number
  blocked: number
  bytes: number
  html: number
  scripts: number
  /** What is asked for before the first script: the page as a reader without scripts has it. */
  beforeScripts: number
  requests: number
  /** Selector of the element whose paint is the largest. */
  largest: string
  /** Selectors of what moved. */
  moved: string[]
}

type PageFigures = { node?: { selector: string } }
type Details = {
  items: (PageFigures & {
    items?: PageFigures[]
    resourceType?: string
    transferSize?: number
    networkRequestTime?: number
  })[]
}
/** What is read of Lighthouse's report. */
export type Report = {
  runtimeError?: { message: string }
  audits: Record<string, { numericValue?: number; details?: Details }>
}

/** What is kept of Lighthouse's report. Throws what it says went wrong, and the name of a measure that is missing. */
export function figuresOf({ runtimeError, audits }: Report): Figures {
  if (runtimeError) throw new Error(runtimeError.message)
  const value = (id: string) => {
    const found = audits[id]?.numericValue
    if (found === undefined) throw new Error(`Lighthouse says nothing of ${id}`)
    return found
  }
  return {
    largestPaint: value('largest-contentful-paint'),
    firstPaint: value('first-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    blocked: value('total-blocking-time'),
    ...weights(audits['network-requests']?.details?.items ?? []),
    largest: selectors(audits['largest-contentful-paint-element']?.details)[0] ?? '?',
    moved: selectors(audits['layout-shifts']?.details),
  }
}

function weights(requests: Details['items']) {
  const weight = (kept: typeof requests) => kept.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
  const ofType = (type: string) => requests.filter(({ resourceType }) => resourceType === type)
  const firstScript = Math.min(...ofType('Script').map(({ networkRequestTime = 0 }) => networkRequestTime))
  return {
    bytes: weight(requests),
    html: weight(ofType('Document')),
    scripts: weight(ofType('Script')),
    beforeScripts: weight(requests.filter(({ networkRequestTime = 0 }) => networkRequestTime < firstScript)),
    requests: requests.length,
  }
}

/** Of the nodes of a table, or of a list of tables. */
function selectors(details: Details | undefined): string[] {
  const rows = (details?.items ?? []).flatMap((item): PageFigures[] => [item, ...(item.items ?? [])])
  return rows.flatMap(({ node }) => node?.selector ?? [])
}
