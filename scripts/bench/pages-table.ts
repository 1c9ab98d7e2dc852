import type { Kind, Page } from './chosen-pages.ts'
import type { Figures } from './figures.ts'
import { spreadOf, table } from './measure.ts'

export type PageFigures = { page: Page; runs: Figures[] }

type Measure = {
  name: string
  of: (figures: Figures) => number
  /** How it is written: divided by `scale`, with `digits` decimals. */
  scale: number
  digits: number
  unit: string
  /** At most this, on these kinds of page. */
  bound?: { max: number; on: Kind[] }
}

const SECONDS = { scale: 1000, digits: 2, unit: ' s' }
const KB = { scale: 1000, digits: 1, unit: ' kB' }
const SHIFT = { scale: 1, digits: 3, unit: '' }

const KINDS: Kind[] = ['commune', 'liste', 'accueil', 'lieu']

const MEASURES: Measure[] = [
  { name: 'largest paint (LCP)', of: (f) => f.largestPaint, ...SECONDS, bound: { max: 2500, on: KINDS } },
  { name: 'first paint (FCP)', of: (f) => f.firstPaint, ...SECONDS },
  { name: 'layout shift (CLS)', of: (f) => f.layoutShift, ...SHIFT, bound: { max: 0.02, on: KINDS } },
  { name: 'blocked (TBT)', of: (f) => f.blocked, scale: 1, digits: 0, unit: ' ms' },
  { name: 'weight', of: (f) => f.bytes, ...KB },
  { name: 'before scripts', of: (f) => f.beforeScripts, ...KB, bound: { max: 15_000, on: ['lieu'] } },
  { name: 'HTML', of: (f) => f.html, ...KB },
  { name: 'scripts', of: (f) => f.scripts, ...KB },
  { name: 'requests', of: (f) => f.requests, scale: 1, digits: 0, unit: '' },
]

type Written = Pick<Measure, 'scale' | 'digits' | 'unit'>

function show(value: number, { scale, digits, unit }: Written): string {
  return `${(value / scale).toFixed(digits)}${unit}`
}

/** A measure a line, a page a column: the median, the least and the most when they differ, and the bound where there is one. */
export function pagesTable(pages: PageFigures[]): string {
  const head = [
    ['', ...pages.map(({ page }) => page.path), 'bound'],
    ['', ...pages.map(({ page }) => page.what), ''],
  ]
  const rows = MEASURES.map((measure) => [
    measure.name,
    ...pages.map((one) => cell(measure, one)),
    measure.bound ? `≤ ${show(measure.bound.max, measure)}` : '',
  ])
  const last = ['largest element', ...pages.map(({ runs }) => short(runs[0]?.largest ?? '?')), '']
  return table([...head, ...rows, last])
}

function cell(measure: Measure, { page, runs }: PageFigures): string {
  const { median, min, max } = spreadOf(runs.map(measure.of))
  const [least, most] = [min, max].map((value) => show(value, { ...measure, unit: '' }))
  const between = least === most ? '' : ` (${least}–${most})`
  const { bound } = measure
  const verdict = bound?.on.includes(page.kind) ? (median <= bound.max ? ' ok' : ' OVER') : ''
  return `${show(median, measure)}${between}${verdict}`
}

/** The end of a selector, which tells elements apart. */
function short(selector: string): string {
  return selector.split(' > ').at(-1) ?? selector
}

/** One load a line. */
export function otherWaysTable(loads: Record<string, Figures>): string {
  const rows = Object.entries(loads).map(([name, figures]) => [
    name,
    show(figures.largestPaint, SECONDS),
    show(figures.firstPaint, SECONDS),
    show(figures.layoutShift, SHIFT),
    show(figures.bytes, KB),
    figures.moved.map(short).join(', ') || 'nothing',
  ])
  return table([['', 'largest paint', 'first paint', 'layout shift', 'weight', 'what moved'], ...rows])
}
