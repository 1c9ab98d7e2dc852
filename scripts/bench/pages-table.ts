import type { Kind, Page } from './chosen-pages.ts'
import type { Figures } from './figures.ts'
import { spreadOf, table } from './measure.ts'

export type PageFigures = { page: Page; runs: Figures[] }

type Measure = {
  name: string
  of: (figures: Figures) => number
  show: (value: number) => string
  /** At most this, on these kinds of page. */
  bound?: { max: number; on: Kind[] }
}

const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`
const kB = (value: number) => `${(value / 1000).toFixed(1)} kB`
const shift = (value: number) => value.toFixed(3)
const whole = (value: number) => String(Math.round(value))

const MEASURES: Measure[] = [
  {
    name: 'largest paint (LCP)',
    of: (f) => f.largestPaint,
    show: seconds,
    bound: { max: 2500, on: ['commune', 'lieu'] },
  },
  { name: 'first paint (FCP)', of: (f) => f.firstPaint, show: seconds },
  {
    name: 'layout shift (CLS)',
    of: (f) => f.layoutShift,
    show: shift,
    bound: { max: 0.02, on: ['commune', 'accueil', 'lieu'] },
  },
  { name: 'blocked (TBT)', of: (f) => f.blocked, show: (value) => `${whole(value)} ms` },
  { name: 'weight', of: (f) => f.bytes, show: kB },
  { name: 'before scripts', of: (f) => f.beforeScripts, show: kB, bound: { max: 15_000, on: ['lieu'] } },
  { name: 'HTML', of: (f) => f.html, show: kB },
  { name: 'scripts', of: (f) => f.scripts, show: kB },
  { name: 'requests', of: (f) => f.requests, show: whole },
]

/** A measure a line, a page a column: the median, the least and the most when they differ, and the bound where there is one. */
export function pagesTable(pages: PageFigures[]): string {
  const head = [
    ['', ...pages.map(({ page }) => page.path), 'bound'],
    ['', ...pages.map(({ page }) => page.what), ''],
  ]
  const rows = MEASURES.map((measure) => [
    measure.name,
    ...pages.map((one) => cell(measure, one)),
    measure.bound ? `≤ ${measure.show(measure.bound.max)}` : '',
  ])
  const last = ['largest element', ...pages.map(({ runs }) => short(runs[0]?.largest ?? '?')), '']
  return table([...head, ...rows, last])
}

function cell({ of, show, bound }: Measure, { page, runs }: PageFigures): string {
  const { median, min, max } = spreadOf(runs.map(of))
  const between = show(min) === show(max) ? '' : ` (${show(min)} to ${show(max)})`
  const verdict = bound?.on.includes(page.kind) ? (median <= bound.max ? ' ok' : ' OVER') : ''
  return `${show(median)}${between}${verdict}`
}

/** The end of a selector, which tells elements apart. */
function short(selector: string): string {
  return selector.split(' > ').at(-1) ?? selector
}

/** One load a line. */
export function otherWaysTable(loads: Record<string, Figures>): string {
  const rows = Object.entries(loads).map(([name, figures]) => [
    name,
    seconds(figures.largestPaint),
    seconds(figures.firstPaint),
    shift(figures.layoutShift),
    kB(figures.bytes),
    figures.moved.map(short).join(', ') || 'nothing',
  ])
  return table([['', 'largest paint', 'first paint', 'layout shift', 'weight', 'what moved'], ...rows])
}
