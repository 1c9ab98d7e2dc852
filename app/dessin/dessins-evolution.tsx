import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { Courbe, type PointDeCourbe, type Repere } from './courbe-evolution.tsx'
import type { Encre } from './encre.ts'

type Liste = { date: string; postes: number }
type Mois = { mois: string; cumul: number }
type Commun = { largeur: number; encre: Encre }

const COURT = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The posts of each list on its date, in figures wherever they have room. */
export function CourbeListes({ listes, ...commun }: Commun & { listes: readonly Liste[] }) {
  const points = listes.map(({ date, postes }): PointDeCourbe => {
    return { x: Date.parse(date), y: postes, etiquette: formatNombre(postes) }
  })
  const reperes = listes.map(({ date }) => ({ x: Date.parse(date), texte: COURT.format(Date.parse(date)) }))
  return <Courbe points={points} reperes={reperes} {...commun} />
}

/** The posts of one list by the day they were validated: at the end of each month, those until then. */
export function CourbeValidations({ mois, ...commun }: Commun & { mois: readonly Mois[] }) {
  const start: PointDeCourbe = { x: monthStart(mois[0]?.mois ?? '1970-01'), y: 0 }
  const rest = mois.map(({ mois: at, cumul }, rang): PointDeCourbe => {
    return { x: monthEnd(at), y: cumul, etiquette: rang === mois.length - 1 ? formatNombre(cumul) : undefined }
  })
  return <Courbe points={[start, ...rest]} reperes={monthMarks(mois)} {...commun} />
}

/** The equivalent in words of the drawing of the lists. */
export function describeListes(listes: readonly Liste[]): string {
  return listes.map(({ date, postes }) => `${formatDate(date)} : ${compte(postes, 'poste', 'postes')}`).join(' ; ')
}

/** The first of January of each year within, else the first month. */
function monthMarks(mois: readonly Mois[]): Repere[] {
  const januaries = mois.filter(({ mois: at }) => at.endsWith('-01'))
  const marks = januaries.length > 0 ? januaries : mois.slice(0, 1)
  return marks.map(({ mois: at }) => ({ x: monthStart(at), texte: COURT.format(monthStart(at)) }))
}

function monthStart(mois: string): number {
  return Date.parse(`${mois}-01T00:00:00Z`)
}

function monthEnd(mois: string): number {
  const [annee = 0, rang = 0] = mois.split('-').map(Number)
  return Date.UTC(annee, rang, 1)
}
