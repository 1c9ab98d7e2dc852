import type { Filters } from '#app/domain/filters.ts'
import { readToponyme } from '#app/domain/territoires/read-toponyme.ts'
import { motsOf } from '#app/domain/territoires/toponymes.ts'
import type { Db } from '#db/connect.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import { duCodePostal } from '#db/resolver/communes.server.ts'
import { type Choix, idDe, libelleDe } from '#db/resolver/intention.ts'
import { deCode, nommees } from '#db/resolver/toponymes.server.ts'
import { type Ecrit, filtersAt, liensOf } from './choix-liens.ts'

/** How one came, said once where it led: the text was put right, its address was not found, or it was a postcode. */
type Mot = 'corrige' | 'adresse' | `${number}`

/** The postcode of a text, when the choice bears it and others do: they are shown beside. */
export function motsDe(db: Db, text: string, choix: Choix): Mot[] {
  const code = readToponyme(text).flatMap(({ mots }) => mots.filter(isCodePostal))[0]
  const found = code === undefined ? [] : duMemeCode(db, code)
  return code && found.length > 1 && found.some((one) => idDe(one) === idDe(choix)) ? [code] : []
}

function isCodePostal(mot: string): mot is `${number}` {
  return /^\d{5}$/.test(mot)
}

function duMemeCode(db: Db, codePostal: string): Choix[] {
  const found = duCodePostal(db, codePostal)
  return found ? [...found.choix, ...found.autres] : []
}

export function withMots(href: string, mots: readonly Mot[]): string {
  return mots.reduce((url, mot) => `${url}${url.includes('?') ? '&' : '?'}compris=${mot}`, href)
}

/**
 * What the page says of where it is: its name in the field, a line on how one came, those of the same name, and those
 * of the postcode that was typed.
 */
export function ouOf(db: Db, filters: Filters, params: URLSearchParams, ecrit: Ecrit) {
  const { commune } = filters
  const [here] = commune === null ? [] : [arrondissementOf(db, commune) ?? deCode(db, commune)[0]]
  if (commune === null || !here) return { libelle: '', ligne: null, homonymes: [], codePostal: null, voisines: [] }
  const libelle = libelleDe({ type: 'commune', ancien: null, ...here })
  const mots = params.getAll('compris')
  const codePostal = mots.find(isCodePostal) ?? null
  const others = (choix: readonly Choix[]) => choix.filter((one) => idDe(one) !== commune)
  return {
    libelle,
    ligne: ligneOf(mots, libelle),
    homonymes: liensOf(others(nommees(db, motsOf(here.nom))), filters, ecrit),
    codePostal,
    voisines: others(codePostal ? duMemeCode(db, codePostal) : []).map((one) => {
      const near = 'departementCode' in one && one.departementCode === here.departementCode
      return {
        nom: near ? one.nom : libelleDe(one),
        href: withMots(ecrit(filtersAt(filters, one)), codePostal ? [codePostal] : []),
      }
    }),
  }
}

function ligneOf(mots: readonly string[], libelle: string): string | null {
  if (mots.includes('corrige')) return `Nous avons compris : ${libelle}.`
  if (!mots.includes('adresse')) return null
  return `Nous n’avons pas trouvé cette adresse : les distances sont comptées depuis ${libelle}.`
}
