import { compte, formatAge, formatDate, moisDepuis } from '../texte/format.ts'

/**
 * The day that each kind of file speaks of, YYYY-MM-DD, and the year of the census that the populations come from; null
 * when no file was imported, or when none says it. A stock is never said without its own (docs/regles.md §18).
 */
export type Dates = {
  lieux: string | null
  structures: string | null
  franceServices: string | null
  recensement: string | null
}

export const SANS_DATES: Dates = { lieux: null, structures: null, franceServices: null, recensement: null }

/** What the words of a figure hold where a date goes: "Lieux {connus}" → "Lieux connus au 6 juillet 2022". */
const MOTS: Record<string, { de: keyof Dates; mot: string; quand: (date: string) => string }> = {
  connus: { de: 'lieux', mot: 'connus', quand: au },
  connu: { de: 'lieux', mot: 'connu', quand: au },
  validés: { de: 'structures', mot: 'validés', quand: au },
  validé: { de: 'structures', mot: 'validé', quand: au },
  habitants: { de: 'recensement', mot: 'habitants', quand: deRecensement },
  Habitants: { de: 'recensement', mot: 'Habitants', quand: deRecensement },
  FS: { de: 'franceServices', mot: 'France services', quand: au },
}

function au(date: string): string {
  return ` au ${formatDate(date)}`
}

function deRecensement(annee: string): string {
  return ` (recensement de ${annee})`
}

/** The words of a figure, each stock with its date; a date that nobody knows is left out. */
export function dater(texte: string, dates: Dates): string {
  return texte.replace(/\{([^}]+)\}/g, (_, cle: string) => {
    const { de, mot, quand } = MOTS[cle] as (typeof MOTS)[string]
    const date = dates[de]
    return mot + (date === null ? '' : quand(date))
  })
}

/** "2 650 lieux d’accueil connus au 6 juillet 2022", "1 lieu d’accueil connu au…", "aucun lieu d’accueil connu au…". */
export function lieuxConnus(nombre: number, dates: Pick<Dates, 'lieux'>): string {
  const date = dates.lieux === null ? '' : au(dates.lieux)
  if (nombre === 0) return `aucun lieu d’accueil connu${date}`
  return compte(nombre, 'lieu d’accueil connu', 'lieux d’accueil connus') + date
}

/** "3 925 postes validés au 5 avril 2023", "0 poste validé au…". */
export function postesValides(nombre: number, dates: Pick<Dates, 'structures'>): string {
  return compte(nombre, 'poste validé', 'postes validés') + (dates.structures === null ? '' : au(dates.structures))
}

/** "68 952 941 habitants (recensement de 2023)". */
export function habitants(nombre: number, dates: Pick<Dates, 'recensement'>): string {
  return compte(nombre, 'habitant', 'habitants') + (dates.recensement === null ? '' : deRecensement(dates.recensement))
}

const NOMS = { lieux: 'lieux', structures: 'postes', franceServices: 'France services' } as const

export type Age = { phrase: string; plusAncienne: string; ancien: boolean }

/**
 * The files that figures come from, oldest first, the oldest alone, and whether it is too old for a page not to open with
 * them (docs/regles.md §18); null without any.
 */
export function ageDe(dates: Dates, maintenant: Date): Age | null {
  const cles = Object.keys(NOMS) as (keyof typeof NOMS)[]
  const connues = cles.flatMap((cle) => (dates[cle] === null ? [] : [{ cle, date: dates[cle] }]))
  const [oldest] = connues.sort((a, b) => (a.date < b.date ? -1 : 1))
  if (oldest === undefined) return null
  const dites = connues.map(({ cle, date }) => `${NOMS[cle]} au ${formatDate(date)} (${formatAge(date, maintenant)})`)
  return {
    phrase: `Données : ${dites.join(', ')}.`,
    plusAncienne: `La plus ancienne : ${dites[0]}.`,
    ancien: moisDepuis(oldest.date, maintenant) > MOIS_ANCIENS,
  }
}

const MOIS_ANCIENS = 18
