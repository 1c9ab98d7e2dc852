import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DECLARATION } from '#app/pages/textes/accessibilite.tsx'

const document = readFileSync('docs/accessibilite.md', 'utf8')
/** Criteria per theme in RGAA 4.1.2 (DISIC/accessibilite.numerique.gouv.fr, RGAA/criteres.json). */
const PAR_THEME = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

const rows = [...document.matchAll(/^\| (\d+\.\d+) \| (.*) \| (.*) \| (.*) \| (.*) \|$/gm)].map(
  ([, numero = '', sujet, resultat = '', par, reste]) => ({ numero, sujet, resultat, par, reste }),
)

test('the 106 criteria are listed, theme by theme, each once and in order', () => {
  const expected = PAR_THEME.flatMap((nombre, theme) =>
    Array.from({ length: nombre }, (_, rang) => `${theme + 1}.${rang + 1}`),
  )
  expect(expected).toHaveLength(106)
  expect(rows.map(({ numero }) => numero)).toEqual(expected)
  expect(document.match(/^## \d+\. /gm)).toHaveLength(13)
})

test('each criterion has a known result, says how it was checked, and what is left when it is not held', () => {
  for (const { numero, sujet, resultat, par, reste } of rows) {
    expect(['respecté', 'non respecté', 'sans objet', 'non vérifié'], numero).toContain(resultat)
    expect(sujet, numero).not.toBe('')
    if (resultat === 'respecté' || resultat === 'sans objet') expect(par, numero).not.toBe('')
    else expect(reste, numero).not.toBe('')
  }
})

test('the declaration gives the date of the document, and its counts', () => {
  const count = (asked: string) => rows.filter(({ resultat }) => resultat === asked).length
  const date = /du (\d{4}-\d{2}-\d{2}),/.exec(document)?.[1]
  const counts = { respectes: count('respecté'), nonRespectes: count('non respecté') }
  expect(DECLARATION).toEqual({ date, ...counts, sansObjet: count('sans objet'), nonVerifies: count('non vérifié') })
  for (const [, resultat = '', nombre] of document.matchAll(
    /^\| (respecté|non respecté|sans objet|non vérifié) \| (\d+) \|$/gm,
  ))
    expect(count(resultat), resultat).toBe(Number(nombre))
})

test('every test that the document names is there', () => {
  const named = [...new Set([...document.matchAll(/tests\/[\w/.-]+\.tsx?/g)].map(([path]) => path))]
  expect(named.length).toBeGreaterThan(3)
  for (const path of named) expect(() => readFileSync(path), path).not.toThrow()
})
