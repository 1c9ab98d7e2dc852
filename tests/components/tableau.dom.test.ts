import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Tableau } from '#app/components/tableau.tsx'
import type { Tableau as Donnees } from '#app/domain/chiffres/tableau.ts'

const LIEUX = { titre: 'Lieux', date: '2026-01-10', producteur: 'ANCT', licence: 'LO 2.0', url: null }
const STRUCTURES = { ...LIEUX, titre: 'Structures', date: '2023-04-05' }

function tableauOf(id: string, rows: number, sources: Donnees['sources'] = [LIEUX]): Donnees {
  const lignes = Array.from({ length: rows }, (_, rang) => ({ valeurs: { nom: `Commune ${rang + 1}` } }))
  return {
    id,
    titre: `Titre ${id}`,
    colonnes: [{ cle: 'nom', nom: 'Nom', nature: 'texte' }],
    lignes,
    notes: [],
    sources,
  }
}
const elementOf = (tableau: Donnees, autour: object = {}) =>
  createElement(Tableau, { tableau, hrefFichier: (extension) => `/x/${tableau.id}.${extension}`, ...autour })

function draw(tableau: Donnees, autour: object = {}): Element {
  const holder = document.createElement('div')
  holder.innerHTML = renderToStaticMarkup(elementOf(tableau, autour))
  return holder
}
const words = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim()

test('a long table has all its rows in the page, and says how many there are to see', () => {
  const drawn = draw(tableauOf('long', 1234))
  expect(drawn.querySelectorAll('tbody tr').length).toBe(1234)
  expect(words(drawn.querySelector('summary .tableau-plus'))).toBe('Voir les 1 234 lignes')
  expect(drawn.querySelector('details')?.hasAttribute('open')).toBe(false)
})

test('a table of 25 rows is not folded for five, nor one whose rows are in a window', () => {
  expect(draw(tableauOf('court', 25)).querySelector('details')).toBeNull()
  expect(draw(tableauOf('juste', 26)).querySelector('details')).not.toBeNull()
  expect(draw(tableauOf('carte', 104), { entier: true }).querySelector('details')).toBeNull()
})

test('sources that a table above gives are a link to it; others are written', () => {
  const [un, deux] = [tableauOf('un', 1), tableauOf('deux', 1, [LIEUX, STRUCTURES])]
  const repeated = draw(tableauOf('trois', 1), { avant: [deux, un] })
  expect(repeated.querySelector('.tableau-sources')).toBeNull()
  expect(repeated.querySelector('figcaption a')?.getAttribute('href')).toBe('#un')
  expect(words(repeated.querySelector('figcaption p'))).toBe('Mêmes sources que le tableau « Titre un ».')
  const other = draw(deux, { avant: [un] })
  expect(other.querySelectorAll('.tableau-sources li').length).toBe(2)
})

test('two rows that say the same are two rows', () => {
  const said = vi.spyOn(console, 'error')
  const meme = { valeurs: { nom: 'Saint-Martin' } }
  const holder = document.createElement('div')
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  act(() => createRoot(holder).render(elementOf({ ...tableauOf('memes', 0), lignes: [meme, meme] })))
  expect(holder.querySelectorAll('tbody tr').length).toBe(2)
  expect(said).not.toHaveBeenCalled()
})
