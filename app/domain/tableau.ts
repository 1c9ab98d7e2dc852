import { formatEuros, formatNombre } from './format.ts'
import type { SourceCitee } from './source-citee.ts'

/**
 * What a column holds. `taux`: per 10,000 inhabitants, two decimals; `part`: 0 to 1, shown as a percentage;
 * `km`: kilometres, one decimal; `ecart`: a difference, shown with its sign; `ecart-taux`: one of two rates.
 */
export type Nature = 'texte' | 'code' | 'nombre' | 'taux' | 'part' | 'km' | 'euros' | 'ecart' | 'ecart-taux'
/** `groupe`: what neighbouring columns share ("Par lieu d’accueil"), written once above them. */
export type Colonne = { cle: string; nom: string; nature: Nature; groupe?: string }
export type Valeur = string | number | null
/** A row by column key; `href` is where its first cell leads on the page, `id` what a drawing can lead to. */
export type Ligne = { id?: string; href?: string; valeurs: Readonly<Record<string, Valeur>> }

/**
 * A table of figures: the page draws it, the CSV and the XLSX are written from it, so that the three agree.
 * `titre` says what is counted; `total` stays last whatever the order; `notes` say what the figures leave out.
 */
export type Tableau = {
  /** Its file's name and its anchor: letters, digits and hyphens. */
  id: string
  titre: string
  colonnes: readonly Colonne[]
  lignes: readonly Ligne[]
  total?: Ligne
  notes: readonly string[]
  sources: readonly SourceCitee[]
}

const TAUX = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const PART = new Intl.NumberFormat('fr-FR', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const KM = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const ECART_TAUX = new Intl.NumberFormat('fr-FR', {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const ECART = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero' })

/** A cell in the words of a page: 1234 → "1 234", 0.423 → "42,3 %"; what is below zero has "−", what is unknown is "—". */
export function formatValeur(nature: Nature, valeur: Valeur | undefined): string {
  if (valeur === null || valeur === undefined) return '—'
  if (typeof valeur === 'string') return valeur
  // The minus of typography; files keep plain numbers.
  return formatNature(nature, valeur).replace(/^-/, '−')
}

function formatNature(nature: Nature, valeur: number): string {
  if (nature === 'taux') return TAUX.format(valeur)
  if (nature === 'part') return PART.format(valeur)
  if (nature === 'km') return KM.format(valeur)
  if (nature === 'ecart-taux') return ECART_TAUX.format(valeur)
  if (nature === 'euros') return formatEuros(valeur)
  return nature === 'ecart' ? ECART.format(valeur) : formatNombre(valeur)
}

/** The name of a column out of its table, as a file has it, with plain spaces: "Par lieu d’accueil : Rural". */
export function nomComplet({ nom, groupe }: Colonne): string {
  return (groupe === undefined ? nom : `${groupe} : ${nom}`).replace(/\s/g, ' ')
}

/** Numbers stand to the right, words to the left. */
export function isNumerique(nature: Nature): boolean {
  return nature !== 'texte' && nature !== 'code'
}

/** An order asked in a URL, `trier=postes` or `trier=-postes` (descending); null when no such column is there. */
export function readTri(tableau: Tableau, trier: string | null): { cle: string; descendant: boolean } | null {
  const cle = trier?.replace(/^-/, '') ?? ''
  return tableau.colonnes.some((colonne) => colonne.cle === cle)
    ? { cle, descendant: trier?.startsWith('-') ?? false }
    : null
}

/** The same table in another order; unknown values last either way, equal ones in their first order. */
export function sortTableau(tableau: Tableau, tri: { cle: string; descendant: boolean } | null): Tableau {
  if (tri === null) return tableau
  const sign = tri.descendant ? -1 : 1
  const lignes = [...tableau.lignes].sort((a, b) => {
    const [left, right] = [a.valeurs[tri.cle] ?? null, b.valeurs[tri.cle] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * compare(left, right)
  })
  return { ...tableau, lignes }
}

const MOTS = new Intl.Collator('fr', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : MOTS.compare(String(a), String(b))
}
