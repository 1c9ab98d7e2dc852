import { compte, formatDate, formatNombre, upperFirst } from '../texte/format.ts'
import type { Bilan } from './bilan.ts'

type Dates = { de: string; a: string }

/** What changed, in plain sentences: the posts, then the employers. */
export function summarise(bilan: Bilan, { de, a }: Dates): string[] {
  const restes = bilan.plus + bilan.autant + bilan.moins
  return [
    `Du ${formatDate(de)} au ${formatDate(a)}, la liste des postes validés ${changed(bilan)}.`,
    [
      countOrNone(bilan.nouveaux, 'employeur y est entré', 'employeurs y sont entrés', 'employeur n’y est entré'),
      countOrNone(bilan.absents, 'n’y apparaît plus', 'n’y apparaissent plus', 'n’en est sorti'),
      ...(bilan.sansPoste > 0 ? [compte(bilan.sansPoste, 'y est avec 0 poste', 'y sont avec 0 poste')] : []),
      `${compte(restes, 'est dans les deux listes', 'sont dans les deux listes')}.`,
    ].join(', '),
  ].map(upperFirst)
}

function changed({ avant, apres }: Bilan): string {
  if (avant === apres) return `compte autant de postes : ${formatNombre(apres)}`
  const ecart = Math.abs(apres - avant)
  const sens = apres > avant ? 'de plus' : 'de moins'
  return `est passée de ${formatNombre(avant)} à ${compte(apres, 'poste', 'postes')}, soit ${formatNombre(ecart)} ${sens}`
}

function countOrNone(nombre: number, un: string, plusieurs: string, aucun: string): string {
  return nombre === 0 ? `aucun ${aucun}` : compte(nombre, un, plusieurs)
}

const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "2021-03" → "mars 2021". */
export function formatMois(mois: string): string {
  return MOIS.format(Date.parse(`${mois}-01T00:00:00Z`))
}

/** The running total month by month, months without any validation included: a line between them is true. */
export function cumulate(months: readonly { mois: string; postes: number }[]) {
  const found = new Map(months.map(({ mois, postes }) => [mois, postes]))
  const [first, last] = [months[0]?.mois, months.at(-1)?.mois]
  const rows: { mois: string; postes: number; cumul: number }[] = []
  let cumul = 0
  for (let mois = first; mois !== undefined && last !== undefined && mois <= last; mois = nextMonth(mois)) {
    const postes = found.get(mois) ?? 0
    cumul += postes
    rows.push({ mois, postes, cumul })
  }
  return rows
}

export function nextMonth(mois: string): string {
  const [annee = 0, rang = 0] = mois.split('-').map(Number)
  return rang === 12 ? `${annee + 1}-01` : `${annee}-${String(rang + 1).padStart(2, '0')}`
}
