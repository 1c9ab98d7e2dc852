import { CHAMP_NAMES, CHAMPS, type Champ } from '#app/domain/lieu/champs.ts'
import { toUrl } from '#app/lecture/normalise/contact.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { readDeplaces, readListes, readValeurs } from '#app/lecture/normalise/vocabulaire.ts'

/** The multi-valued columns of the standard whose values are a closed list. */
export const CHAMP_DE_COLONNE: ReadonlyMap<string, Champ> = new Map(
  CHAMP_NAMES.map((champ) => [CHAMPS[champ].column, champ]),
)

/** Beyond, a cell is no list: it is left as it is. */
const LISTE_MAX = 2_000
const VALEUR_MAX = 200

/** Free lists: what separates their items in the files seen, and what an item is, without which nothing is separated. */
const LIBRES: Record<string, { separateur: RegExp; isItem: (part: string) => boolean }> = {
  courriels: { separateur: /[|,;\s]+/, isItem: (part) => /^[^@]+@[^@]+$/.test(part) },
  site_web: { separateur: /\||\s+|[,;](?=\s*(?:https?:|www\.))/, isItem: (part) => toUrl(part) !== null },
}

// A file says the same few lists on each of its rows.
const ecrites = new Map<string, string>()
const MAX_ECRITES = 20_000

/** The cell as the standard writes a list, `|` between values; the same cell when it is no list, or too long. */
export function writeListe(colonne: string, cell: string): string {
  if (cell.length > LISTE_MAX) return cell
  const key = `${colonne} ${cell}`
  const known = ecrites.get(key)
  if (known !== undefined) return known
  const liste = compose(colonne, cell)
  // The checker reads strangers' files: the cache must not be theirs to fill.
  if (ecrites.size >= MAX_ECRITES) ecrites.clear()
  if (cell.length < 500) ecrites.set(key, liste)
  return liste
}

function compose(colonne: string, cell: string): string {
  const champ = CHAMP_DE_COLONNE.get(colonne)
  if (champ !== undefined) {
    // Special care stays among older publics until a column of its own takes it (`deplacer`).
    const values = [...readValeurs({ [colonne]: cell }, champ, startJournal(0)), ...deplacesDe(colonne, cell)]
    return values.some((value) => value.length >= VALEUR_MAX) ? cell : values.join('|')
  }
  const libre = LIBRES[colonne]
  const parts = libre ? cell.split(libre.separateur).filter((part) => part !== '') : []
  return libre && parts.every(libre.isItem) ? parts.join('|') : cell
}

const PUBLICS = CHAMPS.public.column
const PRISE_EN_CHARGE = CHAMPS.prise_en_charge.column

function deplacesDe(colonne: string, cell: string): string[] {
  return colonne === PUBLICS ? readDeplaces({ [PUBLICS]: cell }) : []
}

/** Publics that are special care, moved to its column, both lists as the standard writes them. */
export function deplacer(publics: string, priseEnCharge: string): { publics: string; priseEnCharge: string } {
  const cells = { [PUBLICS]: publics, [PRISE_EN_CHARGE]: priseEnCharge }
  const { public: gardes = [], prise_en_charge: prises = [] } = readListes(cells, startJournal(0))
  return { publics: gardes.join('|'), priseEnCharge: prises.join('|') }
}

export function isListe(colonne: string): boolean {
  return CHAMP_DE_COLONNE.has(colonne) || colonne in LIBRES
}
