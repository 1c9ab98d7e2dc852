import { expect, inject, test } from 'vitest'
import { type Fenetre, type Taille, until } from './fenetre.ts'
import { openFirefox } from './firefox.ts'
import { openWebkit } from './webkit.ts'

const { url } = inject('demonstration')
const LARGE: Taille = { width: 1280, height: 900 }
const ETROIT: Taille = { width: 360, height: 740 }
const IN_SIGHT = (selector: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].some((one) => { const { top, bottom, width, height } = one.getBoundingClientRect(); return width > 0 && height > 0 && bottom > 0 && top < innerHeight })`

test.each([
  { nom: 'Firefox', open: openFirefox, taille: LARGE },
  { nom: 'Firefox', open: openFirefox, taille: ETROIT },
  { nom: 'WebKit', open: openWebkit, taille: LARGE },
  { nom: 'WebKit', open: openWebkit, taille: ETROIT },
])(
  '$nom, at $taille.width pixels: a town typed and chosen, its list, a number, the map, a place on it, its page, and back',
  async ({ open, taille }) => {
    const fenetre: Fenetre = await open(taille)
    try {
      await fenetre.open(`${url}/`)
      expect(await fenetre.read('innerWidth')).toBe(taille.width)
      await until(fenetre, `document.querySelector('#q[role=combobox]')`)
      await fenetre.type('#q', 'gueret')
      await until(fenetre, `document.querySelector('.propositions [role=option]')`)
      await fenetre.click('.propositions [role=option]')
      await until(fenetre, `location.search.includes('commune=23096') && document.querySelector('.fiche')`)
      expect(await fenetre.read('document.querySelector("#resume").textContent')).toMatch(/de Guéret/)
      expect(await fenetre.read('document.querySelector(".fiche a[href^=\'tel:\']").href')).toMatch(/^tel:\+33/)
      await fenetre.click('[data-localiser]')
      await until(fenetre, IN_SIGHT('.leaflet-container canvas'))
      await until(fenetre, IN_SIGHT('.carte-panneau-titre'))
      await until(fenetre, `document.querySelector('.carte-panneau a[href^="/lieux/"]')`)
      await fenetre.click('.carte-panneau a[href^="/lieux/"]')
      await until(fenetre, `location.pathname.startsWith('/lieux/') && document.querySelector('.apercu h1')`)
      await fenetre.back()
      await until(fenetre, `location.search.includes('commune=23096') && document.querySelector('.fiche')`)
      expect(await fenetre.read('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    } finally {
      await fenetre.close()
    }
  },
)
