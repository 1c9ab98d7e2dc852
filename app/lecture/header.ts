import { compte } from '#app/domain/texte/format.ts'
import { shownText } from '#app/domain/texte/visible.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { colonnesProbables, nameOf } from './column-names.ts'
import { KIND_LABELS_DE_FICHIER, KIND_TABLES, mapColumns, recognise } from './kinds.ts'
import type { Choix } from './table.ts'
import { KindInconnu, Unreadable } from './unreadable.ts'

/** Titles, notes and merged names stand above a header, which is one of the first lines that hold something. */
export const LIGNES_D_EN_TETE = 12
const MAX_COLUMNS = 500

/** What names the columns: where it stands among the lines that were given, and what kind of file it makes. */
export type Entete = { rang: number; kind: Kind; columns: (string | null)[] }

/**
 * The first of some lines that makes a known kind, or the kind that is asked for.
 * Throws `Unreadable` with the columns seen, those that are likely, and the nearest kind when one is near.
 */
export function chooseHeader(path: string, lines: readonly (readonly string[])[], choix: Choix): Entete {
  const { kind: forced, colonnes } = choix
  for (const [rang, names] of lines.entries()) {
    if (names.length > MAX_COLUMNS) refuseWide(names)
    const kind = forced ? (lacks(names, forced, colonnes).length === 0 ? forced : null) : kindOf(names, colonnes)
    if (kind !== null) return { rang, kind, columns: mapColumns(names, kind, colonnes) }
  }
  throw refusOf(path, lines, choix)
}

function kindOf(names: readonly string[], colonnes: Choix['colonnes']): Kind | null {
  const found = recognise(names, colonnes)
  return 'kind' in found ? found.kind : null
}

function lacks(names: readonly string[], kind: Kind, colonnes: Choix['colonnes']): string[][] {
  const columns = new Set(mapColumns(names, kind, colonnes))
  return KIND_TABLES[kind].required.filter((group) => !group.some((name) => columns.has(name)))
}

function refusOf(path: string, lines: readonly (readonly string[])[], { kind, colonnes }: Choix): Unreadable {
  // The line that is the most like a header, else the first.
  const scores = lines.map((names) => {
    const near = recognise(names, colonnes)
    return 'kind' in near ? 0 : near.known
  })
  const rang = Math.max(0, scores.indexOf(Math.max(...scores)))
  const names = lines[rang] ?? []
  const vues = colonnesVues(names)
  const probables = colonnesProbables(names, kind ?? nearestOf(names, colonnes) ?? 'lieux')
  const dites = probables
    .map(({ published, column }) => `« ${shownText(published)} » est peut-être ${column}`)
    .join(', ')
  const proposition = dites === '' ? '' : ` ${dites}.`
  if (kind) {
    const missing = lacks(names, kind, colonnes).map((group) => group.join(' ou '))
    return new Unreadable(
      `${path} : il manque ${missing.join(', ')} pour un fichier « ${kind} ».${proposition} Colonnes vues : ${vues}.`,
    )
  }
  const found = recognise(names, colonnes)
  const near =
    'kind' in found || nearestOf(names, colonnes) === null
      ? ''
      : ` Le plus proche est « ${found.nearest} » (${KIND_LABELS_DE_FICHIER[found.nearest]}), mais il manque ${found.missing.join(', ')}.`
  const separateur = autreSeparateur(names)
  const message = `${path} : type de fichier non reconnu.${near}${separateur}${proposition} Colonnes vues : ${vues}. Au besoin, imposez le type avec --kind${dites === '' ? '' : ' ou une colonne avec --columns'}.`
  const read = mapColumns(names, nearestOf(names, colonnes) ?? 'lieux')
  const noms = names.filter((_, rang) => read[rang] === null)
  return new KindInconnu(message, { colonnes: vues, noms: noms.slice(0, MONTREES).map(nameOf), probables, separateur })
}

/** What separates the columns, where it is none of the signs that are read and the names between are known. */
function autreSeparateur(names: readonly string[]): string {
  const [only = '', ...others] = names
  const signe = ['#', ':', '~', '^', '§', '\\', '!', '*'].find((one) => {
    const found = recognise(only.split(one), undefined)
    return 'kind' in found || found.known > 1
  })
  if (others.length > 0 || signe === undefined) return ''
  return ` Ses colonnes semblent séparées par « ${signe} » : enregistrez-le avec des points-virgules ou des virgules.`
}

/** The nearest kind, when two columns at least are its own, or are likely to be: one name is shared by chance. */
function nearestOf(names: readonly string[], colonnes: Choix['colonnes']): Kind | null {
  const found = recognise(names, colonnes)
  if ('kind' in found) return found.kind
  const likely = colonnesProbables(names, found.nearest).length
  return found.known > 0 && found.known + likely >= 2 ? found.nearest : null
}

/** Names of columns that a sentence quotes, and that a page proposes to choose among. */
const MONTREES = 40

function colonnesVues(names: readonly string[]): string {
  const shown = names.slice(0, MONTREES).map((name) => name.replace(/\s+/g, ' ').trim())
  // A name may hold what moves the cursor of a terminal.
  return shownText(shown.join(', ').slice(0, 600), 600)
}

export function refuseWide(names: readonly string[]): void {
  if (names.length > MAX_COLUMNS)
    throw new Unreadable(
      `le tableau a ${compte(names.length, 'colonne', 'colonnes')}, ${MAX_COLUMNS} au plus : gardez celles du standard.`,
    )
}
