import { Q_MAX } from '#app/domain/filters/table.ts'
import type { Filters } from '#app/domain/filters.ts'
import { readToponyme } from '#app/domain/territoires/read-toponyme.ts'
import { motsOf } from '#app/domain/territoires/toponymes.ts'
import type { Db } from '#db/connect.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import { duCodePostal } from '#db/resolver/communes.server.ts'
import { type Choix, type Intention, idDe, libelleDe } from '#db/resolver/intention.ts'
import { resolve } from '#db/resolver/resolve.server.ts'
import { deCode, nommees } from '#db/resolver/toponymes.server.ts'
import { type Ecrit, filtersAt, liensOf } from './choix-liens.ts'

/**
 * How one came, in `compris=`, repeated: a postcode whose other communes are shown beside; a text that was put right or
 * that means something else too; or that an address was not found (its own text is kept out of the URL).
 */
const ADRESSE = 'adresse'
const MAX_BESIDE = 6

type Territoire = Extract<Intention, { type: 'territoire' }>

/** The ways in which a text led to a territory, for the page that it leads to. */
export function motsDuTexte(db: Db, text: string, { territoire, autres, corrige }: Omit<Territoire, 'type'>): string[] {
  const postal = motsDuCode(db, text, territoire)
  const named = new Set('codes' in territoire ? [] : nommees(db, motsOf(territoire.nom)).map(idDe))
  const beside = postal.length === 0 && autres.some((one) => !named.has(idDe(one)))
  return corrige || beside || ancienOf(territoire) !== null ? [text, ...postal] : postal
}

/** The former name by which a commune was recognised. */
function ancienOf(choix: Choix): string | null {
  return 'codes' in choix || choix.ancien === choix.nom ? null : choix.ancien
}

/** The same for the town of an address that was not found. */
export function motsDeAdresse(db: Db, text: string, town: Choix): string[] {
  return [ADRESSE, ...motsDuCode(db, text, town)]
}

/** The postcode of a text, when the choice bears it and others do. */
function motsDuCode(db: Db, text: string, choix: Choix): string[] {
  const code = readToponyme(text).flatMap(({ mots }) => mots.filter(isCodePostal))[0]
  const found = code === undefined ? [] : duMemeCode(db, code)
  return code && found.length > 1 && found.some((one) => idDe(one) === idDe(choix)) ? [code] : []
}

function isCodePostal(mot: string): boolean {
  return /^\d{5}$/.test(mot)
}

function duMemeCode(db: Db, codePostal: string): Choix[] {
  const found = duCodePostal(db, codePostal)
  return found ? [...found.choix, ...found.autres] : []
}

export function withMots(href: string, mots: readonly string[]): string {
  return mots.reduce((url, mot) => `${url}${url.includes('?') ? '&' : '?'}compris=${encodeURIComponent(mot)}`, href)
}

/**
 * What the page says of where it is: its name in the field, a line on how one came, those of the same name, what the
 * text may mean too (`approchants`), and the communes of the postcode that was typed.
 */
export function ouOf(db: Db, filters: Filters, params: URLSearchParams, ecrit: Ecrit) {
  const { commune, departement } = filters
  const id = commune ?? departement.map((code) => `d${code}`).join(' ')
  const [here] = commune === null ? [] : [arrondissementOf(db, commune) ?? deCode(db, commune)[0]]
  const mots = params.getAll('compris')
  const codePostal = (here && mots.find(isCodePostal)) ?? null
  const others = (choix: readonly Choix[]) => choix.filter((one) => idDe(one) !== id)
  const lu = texteLu(db, mots, id)
  const homonymes = here ? others(nommees(db, motsOf(here.nom))) : []
  const libelle = here ? libelleDe({ type: 'commune', ancien: null, ...here }) : ''
  return {
    libelle,
    ligne: ligneOf(mots, lu, libelle),
    homonymes: liensOf(homonymes, filters, ecrit),
    approchants: liensOf(besideOf(lu, homonymes), filters, ecrit),
    codePostal,
    voisines: others(codePostal ? duMemeCode(db, codePostal) : []).map((one) => {
      const near = 'departementCode' in one && one.departementCode === here?.departementCode
      const href = withMots(ecrit(filtersAt(filters, one)), codePostal ? [codePostal] : [])
      return { nom: near ? one.nom : libelleDe(one), href }
    }),
  }
}

/** The text that led here, read again; null when it leads elsewhere. */
function texteLu(db: Db, mots: readonly string[], id: string): Territoire | null {
  const text = mots.find((mot) => mot !== ADRESSE && !isCodePostal(mot))
  const lu = text === undefined || text.length > Q_MAX ? null : resolve(db, text)
  return lu?.type === 'territoire' && idDe(lu.territoire) === id ? lu : null
}

function besideOf(lu: Territoire | null, homonymes: readonly Choix[]): Choix[] {
  const named = new Set(homonymes.map(idDe))
  return (lu?.autres ?? []).filter((one) => !named.has(idDe(one))).slice(0, MAX_BESIDE)
}

function ligneOf(mots: readonly string[], lu: Territoire | null, libelle: string): string | null {
  const ancien = lu && ancienOf(lu.territoire)
  if (ancien) return `${ancien}, aujourd’hui ${libelle} : les distances sont comptées depuis cette commune.`
  if (lu?.corrige) return `Nous avons compris : ${libelleDe(lu.territoire)}.`
  if (!mots.includes(ADRESSE) || libelle === '') return null
  return `Nous n’avons pas trouvé cette adresse : les distances sont comptées depuis ${libelle}.`
}
