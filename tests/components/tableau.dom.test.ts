import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { AvecSources } from '#app/components/sources-page.tsx'
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
  createElement(Tableau, {
    key: tableau.id,
    tableau,
    hrefFichier: (extension) => `/x/${tableau.id}.${extension}`,
    ...autour,
  })

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

test('a table of 15 rows is not folded for five, nor one whose rows are in a window', () => {
  expect(draw(tableauOf('court', 15)).querySelector('details')).toBeNull()
  expect(draw(tableauOf('juste', 16)).querySelector('details')).not.toBeNull()
  expect(draw(tableauOf('carte', 104), { entier: true }).querySelector('details')).toBeNull()
})

test('sources that its page names are said by their numbers; others are written in full', () => {
  const [seul, deux] = [tableauOf('seul', 1), tableauOf('deux', 1, [STRUCTURES, LIEUX])]
  const holder = document.createElement('div')
  holder.innerHTML = renderToStaticMarkup(
    // biome-ignore lint/correctness/noChildrenProp: its type asks for them
    createElement(AvecSources, { sources: [LIEUX, STRUCTURES], children: [seul, deux].map((one) => elementOf(one)) }),
  )
  expect(holder.querySelector('.tableau-sources')).toBeNull()
  const said = [...holder.querySelectorAll('figcaption')].map((one) => {
    const links = [...one.querySelectorAll('a[href^="#source-"]')].map((link) => link.getAttribute('href'))
    return [words(one.querySelector('p')), links]
  })
  expect(said).toEqual([
    ['Source : 1', ['#source-1']],
    ['Sources : 2, 1', ['#source-2', '#source-1']],
  ])
  expect(draw(deux).querySelectorAll('.tableau-sources li').length).toBe(2)
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
