import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownText } from '#app/domain/texte/visible.ts'

test.each([
  ['Médiathèque « Œuvre » – 1 €', 'Médiathèque « Œuvre » – 1 €'],
  ['a\nb\tc', 'a⏎b⇥c'],
  ['\u202Egnp.exe', '[U+202E]gnp.exe'],
  ['a\u200Bb\uFEFFc\u00ADd', 'a[U+200B]b[U+FEFF]c[U+00AD]d'],
  ['\0\u001b[31m', '[U+0000][U+001B][31m'],
  ['\ud83d', '[U+D83D]'],
  ['🗺️ plan', '🗺️ plan'],
  ['\u{E0041}', '[U+E0041]'],
])('%j is shown as %j', (texte, montre) => {
  expect(shownText(texte)).toBe(montre)
})

test('a value is cut after 200 characters, never in the middle of one', () => {
  expect(shownText('é'.repeat(200))).toBe('é'.repeat(200))
  expect(shownText('é'.repeat(201))).toBe(`${'é'.repeat(200)}…`)
  expect(shownText('😀'.repeat(300))).toBe(`${'😀'.repeat(200)}…`)
  expect(shownText('x'.repeat(10_000_000))).toHaveLength(201)
})

test('whatever is written, nothing invisible is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (texte) => {
      expect(shownText(texte)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    }),
  )
})
