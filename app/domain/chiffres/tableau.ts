import type { SourceCitee } from '../citations/source-citee.ts'
import { espaces } from '../texte/espaces.ts'
import { arrondir, DECIMALES_FICHIER } from './taux.ts'

/**
 * How each kind of value is read: `type`, in the words of Frictionless; `decimales` on a page, which adds what `options` says; `xlsx` is the same in a
 * spreadsheet. `taux`: per 10,000 inhabitants; `part`: 0 to 1, shown as a percentage with one decimal; `km`: kilometres; `heures`: hours of a week;
 * `ecart`: a difference, shown with its sign; `ecart-taux`: one of two rates.
 */
type Lecture = {
  type: 'string' | 'integer' | 'number'
  decimales?: number
  options?: Intl.NumberFormatOptions
  xlsx?: string
}
export const NATURES: Record<Nature, Lecture> = {
  texte: { type: 'string' },
  code: { type: 'string' },
  nombre: { type: 'integer', xlsx: '#,##0' },
  taux: { type: 'number', decimales: 2, xlsx: '0.00' },
  part: { type: 'number', decimales: 3, options: { style: 'percent' }, xlsx: '0.0%' },
  km: { type: 'number', decimales: 1, xlsx: '0.0' },
  heures: { type: 'number', decimales: 1, xlsx: '#,##0.0' },
  euros: { type: 'number', decimales: 0, options: { style: 'currency', currency: 'EUR' }, xlsx: '#,##0 "€"' },
  ecart: { type: 'integer', options: { signDisplay: 'exceptZero' }, xlsx: '+#,##0;-#,##0;0' },
  'ecart-taux': { type: 'number', decimales: 2, options: { signDisplay: 'exceptZero' }, xlsx: '+0.00;-0.00;0.00' },
}
export type Nature = 'texte' | 'code' | 'nombre' | 'taux' | 'part' | 'km' | 'heures' | 'euros' | 'ecart' | 'ecart-taux'

/** A file without which some figures cannot be given, though others can. */
export type Fichier = 'lieux' | 'structures'
/**
 * `groupe`: what neighbouring columns share ("Par lieu d’accueil"), written once above them. `fichier`: without it the
 * column is unknown. `anciens`: other words for `cle` in older addresses.
 */
export type Colonne = {
  cle: string
  nom: string
  nature: Nature
  groupe?: string
  fichier?: Fichier
  anciens?: readonly string[]
  /** In the files alone: the page has no room for it. */
  cachee?: true
}
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
  /** The rows of a table too long to be held, which is a file and no page: some at a time, as the file is written. */
  suite?: () => Iterable<readonly Ligne[]>
  total?: Ligne
  notes: readonly string[]
  sources: readonly SourceCitee[]
}

/**
 * A figure as its page reads it, rounded from the six decimals of its file: two that are shown equal are equal. A nature
 * without decimals keeps its own.
 */
export function arrondiMontre(nature: Nature, valeur: number): number {
  const { decimales } = NATURES[nature]
  return decimales === undefined ? valeur : arrondir(arrondir(valeur, DECIMALES_FICHIER), decimales)
}

/** A cell in the words of a page: 1234 → "1 234", 0.423 → "42,3 %"; what is below zero has "−", what is unknown is "—". */
export function formatValeur(nature: Nature, valeur: Valeur | undefined): string {
  if (valeur === null || valeur === undefined) return '—'
  if (typeof valeur === 'string') return valeur
  const dits = DITS[nature]
  // A zero that was below it is one.
  const dit = dits.get(valeur + 0)
  if (dit !== undefined) return dit
  // The minus of typography; files keep plain numbers.
  const texte = FORMATS[nature].format(arrondiMontre(nature, valeur + 0)).replace(/^-/, '−')
  if (dits.size >= DITS_MAX) dits.clear()
  dits.set(valeur + 0, texte)
  return texte
}

/** The figures of a country are some thousands, written again and again: to write one takes longer than all that surrounds it. */
const DITS_MAX = 5000
const DITS = Object.fromEntries(Object.keys(NATURES).map((nature) => [nature, new Map()])) as Record<
  Nature,
  Map<number, string>
>

const FORMATS = Object.fromEntries(Object.entries(NATURES).map(([nature, row]) => [nature, formatOf(row)])) as Record<
  Nature,
  Intl.NumberFormat
>

function formatOf({ decimales, options }: (typeof NATURES)[Nature]): Intl.NumberFormat {
  // A share of three decimals is a percentage of one.
  const shown = decimales === undefined || options?.style !== 'percent' ? decimales : decimales - 2
  const digits = shown === undefined ? {} : { minimumFractionDigits: shown, maximumFractionDigits: shown }
  return new Intl.NumberFormat('fr-FR', { ...options, ...digits })
}

/** The name of a column out of its table: "Par lieu d’accueil : Rural". */
export function nomComplet({ nom, groupe }: Colonne): string {
  return espaces(groupe === undefined ? nom : `${groupe} : ${nom}`)
}

/** The columns of a file: the code of a territory comes first, then its name. */
export function colonnesDuFichier(colonnes: readonly Colonne[]): Colonne[] {
  const isCode = ({ cle }: Colonne) => cle === 'code' || cle === 'code_insee'
  return [...colonnes.filter(isCode), ...colonnes.filter((colonne) => !isCode(colonne))]
}

/** Those of a page. */
export function colonnesDeLaPage(colonnes: readonly Colonne[]): Colonne[] {
  return colonnes.filter(({ cachee }) => !cachee)
}

/** Numbers stand to the right, words to the left. */
export function isNumerique(nature: Nature): boolean {
  return nature !== 'texte' && nature !== 'code'
}

/** An order asked in a URL, `trier=postes` or `trier=-postes` (descending); null when no such column is there. */
export function readTri(tableau: Tableau, trier: string | null): { cle: string; descendant: boolean } | null {
  const mot = trier?.replace(/^-/, '') ?? ''
  const asked = tableau.colonnes.find(({ cle, anciens }) => cle === mot || anciens?.includes(mot))
  return asked ? { cle: asked.cle, descendant: trier?.startsWith('-') ?? false } : null
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
