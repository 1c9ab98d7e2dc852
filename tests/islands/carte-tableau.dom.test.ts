import { beforeEach, expect, test } from 'vitest'
import { mount } from '#app/islands/carte-tableau.ts'

const ROWS = ['23', '2A', '75']

let element: HTMLElement
beforeEach(() => {
  document.body.innerHTML = `<div id="lien">
    <svg>
      <a data-code="23" href="#t-23"><path/></a><a data-code="2A" href="#t-2A"><path/></a><g data-code="75"><path/></g>
    </svg>
    <svg><a data-code="75" href="#t-75"><path/></a></svg>
    <div class="tableau-boite"><table><thead><tr><th><a href="?trier=nom">Nom</a></th></tr></thead><tbody>
      ${ROWS.map((code) => `<tr id="t-${code}"><th><a href="/departements/${code}">${code}</a></th><td>1</td></tr>`).join('')}
    </tbody></table></div>
  </div>`
  element = document.getElementById('lien') as HTMLElement
  mount(element)
})

/** What is marked: "t-23" for a row, "23" for a shape. */
const marked = () => [...element.querySelectorAll('.lie')].map((part) => part.id || part.getAttribute('data-code'))
const find = (selector: string) => element.querySelector<HTMLElement>(selector) as HTMLElement
const over = (selector: string) => find(selector).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))

test('the pointer on a cell marks the shape of its row, and on another row that one only', () => {
  over('#t-23 td')
  expect(marked()).toEqual(['23', 't-23'])
  over('#t-2A td')
  expect(marked()).toEqual(['2A', 't-2A'])
})

test('the pointer on a shape marks its row, and Paris in both of its drawings', () => {
  over('g[data-code="75"] path')
  expect(marked()).toEqual(['75', '75', 't-75'])
})

test('between two shapes, on a header and out of both, nothing is marked', () => {
  for (const leave of ['svg', 'thead a']) {
    over('[data-code="23"] path')
    over(leave)
    expect(marked()).toEqual([])
  }
  over('#t-23 td')
  element.dispatchEvent(new PointerEvent('pointerleave'))
  expect(marked()).toEqual([])
})

test('the keyboard on the link of a row marks its shape until it goes on', () => {
  find('#t-2A a').focus()
  expect(marked()).toEqual(['2A', 't-2A'])
  find('#t-23 a').focus()
  expect(marked()).toEqual(['23', 't-23'])
  find('thead a').focus()
  expect(marked()).toEqual([])
})

test('the pointer that goes away gives the mark back to the row in focus', () => {
  find('#t-2A a').focus()
  over('[data-code="23"] path')
  expect(marked()).toEqual(['23', 't-23'])
  element.dispatchEvent(new PointerEvent('pointerleave'))
  expect(marked()).toEqual(['2A', 't-2A'])
})

test('only classes change: no text, no attribute that is read aloud', () => {
  const before = element.innerHTML
  over('#t-23 td')
  over('svg')
  expect(element.innerHTML.replaceAll(' class=""', '')).toBe(before)
})
