import { CHAMP_NAMES, CHAMPS, type Champ } from '#app/domain/champs.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { readValeurs } from '#app/lecture/normalise/vocabulaire.ts'

/** The multi-valued columns of the standard whose values are a closed list. */
export const CHAMP_DE_COLONNE: ReadonlyMap<string, Champ> = new Map(
  CHAMP_NAMES.map((champ) => [CHAMPS[champ].column, champ]),
)

/** Beyond, a cell is no list: it is left as it is. */
const LISTE_MAX = 2_000
const VALEUR_MAX = 200

/** Free lists, and what separates their items in the files seen. */
const SEPARATEURS: Record<string, RegExp> = {
  courriels: /[|,;\s]+/,
  site_web: /\||\s+|[,;](?=\s*(?:https?:|www\.))/,
}

/** The cell as the standard writes a list, `|` between values; the same cell when it is no list, or too long. */
export function writeListe(colonne: string, cell: string): string {
  if (cell.length > LISTE_MAX) return cell
  const champ = CHAMP_DE_COLONNE.get(colonne)
  if (champ !== undefined) {
    const values = readValeurs({ [colonne]: cell }, champ, startJournal(0))
    return values.some((value) => value.length >= VALEUR_MAX) ? cell : values.join('|')
  }
  const separateur = SEPARATEURS[colonne]
  if (separateur === undefined) return cell
  return cell
    .trim()
    .split(separateur)
    .filter((part) => part !== '')
    .join('|')
}

export function isListe(colonne: string): boolean {
  return CHAMP_DE_COLONNE.has(colonne) || colonne in SEPARATEURS
}
