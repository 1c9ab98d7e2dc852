/** How old what a place says of itself is, freshest first. */
export const FRAICHEURS = ['a-jour', 'a-surveiller', 'a-verifier', 'a-actualiser'] as const
export type Fraicheur = (typeof FRAICHEURS)[number]

export const FRAICHEUR_LABELS: Record<Fraicheur, string> = {
  'a-jour': 'À jour',
  'a-surveiller': 'À surveiller',
  'a-verifier': 'À vérifier',
  'a-actualiser': 'À actualiser',
}

/** What each means, in full months since the last update. */
export const FRAICHEUR_PHRASES: Record<Fraicheur, string> = {
  'a-jour': 'mise à jour il y a moins de 6 mois',
  'a-surveiller': 'mise à jour il y a 6 à 12 mois',
  'a-verifier': 'mise à jour il y a 12 à 18 mois',
  'a-actualiser': 'mise à jour il y a plus de 18 mois, ou date inconnue',
}

/** Upper bounds in months: the thresholds of the State's own dashboard (Mon inclusion numérique). */
const SEUILS_MOIS: [Fraicheur, number][] = [
  ['a-jour', 6],
  ['a-surveiller', 12],
  ['a-verifier', 18],
]

/** @param dateMaj YYYY-MM-DD, or null when unknown. @param today YYYY-MM-DD. A day of the month that lacks (31) counts as its last. */
export function fraicheurOf(dateMaj: string | null, today: string): Fraicheur {
  if (dateMaj === null) return 'a-actualiser'
  const found = SEUILS_MOIS.find(([, mois], rang) => {
    const limite = addMois(dateMaj, mois)
    // Eighteen months to the day is not yet more than eighteen.
    return rang === SEUILS_MOIS.length - 1 ? today <= limite : today < limite
  })
  return found?.[0] ?? 'a-actualiser'
}

/** YYYY-MM-DD so many months later. */
function addMois(date: string, mois: number): string {
  const rang = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + mois
  const annee = Math.floor(rang / 12)
  const numero = (rang % 12) + 1
  const jour = Math.min(Number(date.slice(8, 10)), joursDuMois(annee, numero))
  return `${String(annee).padStart(4, '0')}-${String(numero).padStart(2, '0')}-${String(jour).padStart(2, '0')}`
}

/** Days of a month, 1 to 12, of the Gregorian calendar. */
export function joursDuMois(annee: number, mois: number): number {
  if (mois !== 2) return [4, 6, 9, 11].includes(mois) ? 30 : 31
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28
}
