import { readDepartementCode } from '#app/domain/territoires/codes.ts'
import { present } from '#app/domain/texte/absent.ts'
import { fold, foldCommune } from '#app/domain/texte/fold.ts'
import type { Emplacement } from './emplacement.ts'
import { locatePostes } from './locate.ts'
import { readAdresse } from './normalise/adresse.ts'
import { borneDe } from './normalise/bornes.ts'
import { confirmZero, readCodeInsee, readCodePostal, readDepartement, readPivot } from './normalise/codes.ts'
import type { Journal } from './normalise/journal.ts'
import { readText } from './normalise/text.ts'
import { readDate, readInteger, readOuiNon } from './normalise/values.ts'
import type { Row } from './table.ts'
import type { Commune, Territoire } from './territoire.ts'

export const EMPLOYEUR_NON_PRECISE = 'Employeur non précisé'

/** One row of a structures file: an employer and the posts validated for it that day. */
export type Poste = {
  line: number
  siret: string | null
  siren: string | null
  nom: string
  type: string | null
  place: Emplacement
  siege: Commune | null
  adresse: string | null
  codePostal: string | null
  nombre: number
  dateValidation: string | null
  investissement: number | null
  zrr: boolean | null
  qpv: boolean | null
  franceServices: boolean | null
}

/** Reads a row; null when it has no number of posts or no department, which the journal says. */
export function readStructure(row: Row, territoire: Territoire, journal: Journal, today: string): Poste | null {
  const { cells } = row
  // "1,0", "2.0": a spreadsheet's number.
  const nombre = Number(cells.postes?.trim().replace(/[.,]0+$/, ''))
  if (!cells.postes?.trim() || !Number.isInteger(nombre) || nombre < 0 || nombre > 10_000) {
    journal.note('postes', 'postes.invalide', cells.postes ?? null)
    return null
  }
  // The posts were withdrawn: the row says so, and is right.
  if (nombre === 0) journal.note('postes', 'postes.aucun', cells.postes)
  const codePostal = readCodePostal(cells, journal)
  const codeInsee = readCodeInsee(cells, journal)
  const communeNom = withoutZero(readText(cells, 'commune', journal))
  const departement = departementOf(cells, { codePostal, codeInsee }, territoire, journal)
  if (departement === null) {
    journal.note('departement', 'departement.absent', cells.departement ?? null)
    return null
  }
  const said = { codeInsee, codePostal, communeNom, adresse: present(cells.adresse?.slice(0, 2 * borneDe('adresse'))) }
  const { siege, ...place } = locatePostes(said, departement, territoire, journal)
  const { siret, siren } = readPivot(cells, journal, 'siret')
  const nom = withoutZero(readText(cells, 'nom', journal))
  if (nom === null) journal.note('nom', 'nom.employeur_non_precise', cells.nom ?? null, EMPLOYEUR_NON_PRECISE)
  return {
    line: row.line,
    siret,
    siren,
    nom: nom ?? EMPLOYEUR_NON_PRECISE,
    type: readType(cells.type),
    place,
    siege,
    adresse: readAdresse(cells, journal, [communeNom, siege?.nom ?? null]),
    codePostal: confirmZero(codePostal, journal),
    nombre,
    dateValidation: readDate(cells, 'date_validation', journal, today),
    investissement: readInteger(cells, 'investissement', journal),
    zrr: readOuiNon(cells, 'zrr'),
    qpv: readOuiNon(cells, 'qpv'),
    franceServices: readOuiNon(cells, 'france_services'),
  }
}

/** The row's own code, else its name, else its commune's, else its postcode's. */
function departementOf(
  cells: Record<string, string>,
  { codePostal, codeInsee }: { codePostal: string | null; codeInsee: string | null },
  territoire: Territoire,
  journal: Journal,
): string | null {
  const own = readDepartement(cells, journal)
  if (own !== null && territoire.departementByCode.has(own)) return own
  const deduced =
    departementDit(cells.departement_nom ?? '', territoire) ??
    territoire.communeOf(codeInsee)?.departement ??
    territoire.departementOfCodePostal(codePostal)
  if (deduced) journal.note('departement', 'departement.deduit', cells.departement ?? null, deduced)
  return deduced
}

/** "Aude", "aude (11)", "Seine-St-Denis", "Réunion", or the code in the place of the name. */
function departementDit(dit: string, { departements, departementByCode }: Territoire): string | null {
  const code = readDepartementCode(dit.trim())
  if (code !== null && departementByCode.has(code)) return code
  const nomOf = (nom: string) => foldCommune(nom).replace(/^(?:la|le|les|l) /, '')
  const nom = nomOf(dit.slice(0, 100).replace(/\b(?:\d{1,3}|2[AB])\b/gi, ' '))
  return departements.find((one) => nom !== '' && nomOf(one.nom) === nom)?.code ?? null
}

/** A `0` in a name's place is absent. */
function withoutZero(text: string | null): string | null {
  return text === null || /^0+$/.test(text) ? null : text
}

function readType(text: string | undefined): string | null {
  const word = fold(text ?? '')
  if (word.startsWith('publi')) return 'publique'
  return word.startsWith('prive') ? 'privée' : null
}
