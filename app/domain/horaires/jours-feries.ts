import { dateUtc } from '../texte/date.ts'

const JOUR_MS = 86_400_000

type DateFixe = readonly [moisEtJour: string, nom: string]
type DateMobile = readonly [joursApresPaques: number, nom: string]

// The names are those of the official calendar: https://calendrier.api.gouv.fr/jours-feries/metropole.json
const FIXES: readonly DateFixe[] = [
  ['01-01', '1er janvier'],
  ['05-01', '1er mai'],
  ['05-08', '8 mai'],
  ['07-14', '14 juillet'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', '11 novembre'],
  ['12-25', 'Jour de Noël'],
]

const MOBILES: readonly DateMobile[] = [
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
]

const ALSACE_MOSELLE = new Set(['57', '67', '68'])

/** Days of the Pacific that the State's calendar lacks: those of the territories' own law. */
const PACIFIQUE = new Map<string, (annee: number) => readonly DateFixe[]>([
  [
    '986',
    () => [
      ['04-28', 'Saint Pierre Chanel'],
      ['07-29', 'Fête du territoire'],
    ],
  ],
  [
    '987',
    (annee) => [
      ['03-05', 'Arrivée de l’Évangile'],
      annee < 2025 ? ['06-29', 'Fête de l’autonomie'] : ['11-20', 'Matari’i i ni’a'],
    ],
  ],
  ['988', () => [['09-24', 'Fête de la citoyenneté']]],
])

// The official calendar gives Saint-Pierre-et-Miquelon the national days only.
const ABOLITION = new Map([
  ['971', '05-27'],
  ['972', '05-22'],
  ['973', '06-10'],
  ['974', '12-20'],
  ['976', '04-27'],
  ['977', '10-09'],
  ['978', '05-28'],
])

const calendriers = new Map<string, ReadonlyMap<string, string>>()

/**
 * Name of the public holiday on a civil date ("2026-07-14") in a department ("67", "976"), or null.
 * The date is the one on the wall of the place, not the server's. A string that is no date is no holiday.
 */
export function estFerie(date: string, departement: string | null): string | null {
  const annee = /^(\d{4})-\d{2}-\d{2}$/.exec(date)?.[1]
  if (annee === undefined) return null
  return joursFeries(Number(annee), departement).get(date) ?? null
}

/** Public holidays of a year in a department: civil date → name. Source: Etalab's calendar, and the law of the Pacific. */
export function joursFeries(annee: number, departement: string | null): ReadonlyMap<string, string> {
  const cle = `${annee}/${regimeDe(departement)}`
  const connu = calendriers.get(cle)
  if (connu !== undefined) return connu
  const calendrier = buildCalendrier(annee, departement)
  calendriers.set(cle, calendrier)
  return calendrier
}

// Departments that share a calendar share an entry: a hostile department code cannot grow the cache.
function regimeDe(departement: string | null): string {
  if (departement === null) return ''
  if (ALSACE_MOSELLE.has(departement)) return 'alsace-moselle'
  return ABOLITION.get(departement) ?? (PACIFIQUE.has(departement) ? departement : '')
}

function buildCalendrier(annee: number, departement: string | null): ReadonlyMap<string, string> {
  const alsace = departement !== null && ALSACE_MOSELLE.has(departement)
  const abolition = departement === null ? undefined : ABOLITION.get(departement)
  const fixes: DateFixe[] = [...FIXES, ...(PACIFIQUE.get(departement ?? '')?.(annee) ?? [])]
  const mobiles: DateMobile[] = [...MOBILES]
  if (abolition !== undefined) fixes.push([abolition, "Abolition de l'esclavage"])
  if (alsace) {
    fixes.push(['12-26', '2ème jour de Noël'])
    mobiles.push([-2, 'Vendredi saint'])
  }
  const paques = dateDePaques(annee)
  return new Map([
    ...mobiles.map(([jours, nom]): [string, string] => [dateUtc(paques + jours * JOUR_MS), nom]),
    // After the movable ones: on 1 May 2008, which was also Ascension Day, the fixed name is the known one.
    ...fixes.map(([jour, nom]): [string, string] => [`${String(annee).padStart(4, '0')}-${jour}`, nom]),
  ])
}

/** Easter Sunday as the milliseconds of its midnight UTC. Anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function dateDePaques(annee: number): number {
  const a = annee % 19
  const siecle = Math.floor(annee / 100)
  const reste = annee % 100
  const g = Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3)
  const h = (19 * a + siecle - Math.floor(siecle / 4) - g + 15) % 30
  const l = (32 + 2 * (siecle % 4) + 2 * Math.floor(reste / 4) - h - (reste % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const rang = h + l - 7 * m + 114
  return Date.UTC(annee, Math.floor(rang / 31) - 1, (rang % 31) + 1)
}
