import { beforeEach, expect, test } from 'vitest'
import { morph } from '#app/islands/morph.ts'

function parse(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return holder
}

let own: HTMLElement
beforeEach(() => {
  own = parse(
    '<details open><summary>Département</summary><label><input id="a" type="checkbox"> Ain (<!-- -->12<!-- -->)</label></details><input id="q" value=""><div hidden></div>',
  )
  document.body.replaceChildren(own)
})
const next = (count: number, checked = '', q = '', hidden = '') =>
  parse(
    `<details><summary>Département</summary><label><input id="a" type="checkbox" ${checked}> Ain (<!-- -->${count}<!-- -->)</label></details><input id="q" value="${q}"><div hidden>${hidden}</div>`,
  )
const box = () => document.getElementById('a') as HTMLInputElement
const field = () => document.getElementById('q') as HTMLInputElement

test('a count changes while the fold stays open and the box keeps the focus', () => {
  box().focus()
  const before = box()
  morph(own, next(3))
  expect(own.querySelector('label')?.textContent).toBe(' Ain (3)')
  expect(own.querySelector('details')?.open).toBe(true)
  expect(box()).toBe(before)
  expect(document.activeElement).toBe(before)
})

test('a box follows the answer, even after it was ticked by hand', () => {
  box().checked = true
  morph(own, next(3))
  expect(box().checked).toBe(false)
  morph(own, next(3, 'checked=""'))
  expect(box().checked).toBe(true)
})

test('a field follows the answer, but not under the fingers of whoever types', () => {
  morph(own, next(3, '', 'mairie'))
  expect(field().value).toBe('mairie')
  field().focus()
  field().value = 'mairie de'
  morph(own, next(3, '', 'mairie'))
  expect(field().value).toBe('mairie de')
})

test('a part of another shape is replaced, the rest stays', () => {
  const before = box()
  morph(own, next(3, '', '', '<input type="hidden" name="service" value="x">'))
  expect(own.querySelector('[name=service]')?.getAttribute('value')).toBe('x')
  expect(box()).toBe(before)
})

test('what an island fills is left to it, and the field beside it stays the same', () => {
  document.body.replaceChildren(parse('<p><input id="q"><span data-rempli=""><i>Guéret</i></span></p>'))
  const before = field()
  morph(document.body.firstChild as Node, parse('<p><input id="q"><span data-rempli=""></span></p>'))
  expect(field()).toBe(before)
  expect(document.querySelector('[data-rempli]')?.textContent).toBe('Guéret')
})
