/** Rows that shapes lead to are named "t-23" (domain/couverture/tableaux.ts). */
const ANCRE = 't-'

/**
 * Ties a map to the table beside it: under the pointer, a shape marks its row and a row its shapes; the link of a row
 * does it for the keyboard. Only classes change, so nothing moves and nothing is read aloud: the row and the shape
 * already say the same figure.
 */
export function mount(element: HTMLElement): void {
  let marque: string | null = null
  let focus: string | null = null
  function mark(code: string | null): void {
    if (code === marque) return
    for (const part of element.querySelectorAll('.lie')) part.classList.remove('lie')
    for (const part of partsOf(element, code)) part.classList.add('lie')
    marque = code
  }
  element.addEventListener('pointerover', ({ target }) => {
    mark(codeOf(target) ?? focus)
    if (isInMap(target)) showRow(element.querySelector('tr.lie'))
  })
  element.addEventListener('pointerleave', () => mark(focus))
  element.addEventListener('focusin', ({ target }) => {
    focus = codeOf(target)
    mark(focus)
    if (isInMap(target)) showRow(element.querySelector('tr.lie'))
  })
  element.addEventListener('focusout', () => {
    focus = null
    mark(null)
  })
}

function codeOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  const forme = target.closest('[data-code]')
  if (forme) return forme.getAttribute('data-code')
  return target.closest(`tr[id^="${ANCRE}"]`)?.id.slice(ANCRE.length) ?? null
}

function isInMap(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-code]') !== null
}

/** The row of a territory, and its shapes: around Paris they are drawn twice. */
function partsOf(element: HTMLElement, code: string | null): Element[] {
  if (code === null) return []
  return [...element.querySelectorAll(`[data-code="${code}"], #${ANCRE}${code}`)]
}

/** Brings a row in sight in the window of its table, between its header and its total; the page stays where it is. */
function showRow(row: Element | null): void {
  const boite = row?.closest('.tableau-boite')
  if (!row || !boite) return
  const [cadre, { top, bottom }] = [boite.getBoundingClientRect(), row.getBoundingClientRect()]
  const haut = cadre.top + heightOf(boite, 'thead')
  const bas = cadre.bottom - heightOf(boite, 'tfoot')
  if (top < haut) boite.scrollTop -= haut - top
  else if (bottom > bas) boite.scrollTop += bottom - bas
}

function heightOf(boite: Element, selector: string): number {
  return boite.querySelector(selector)?.getBoundingClientRect().height ?? 0
}
