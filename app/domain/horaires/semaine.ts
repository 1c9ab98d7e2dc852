/** Minutes since Monday 00:00 on the clock of the place, `0 <= debut < fin <= 10080`. */
export type Plage = { debut: number; fin: number }

/**
 * The ordinary week of a place, as the database stores it.
 *
 * - `plages`: sorted, disjoint, none touching the next (`mergePlages`). A slot that crosses the midnight of Sunday
 *   is two: one that ends at 10080, one that starts at 0.
 * - `feries`: what the hours say of public holidays; null when they say nothing, or something other than
 *   "closed" or "as usual", which `texte` then holds.
 * - `texte`: what no ordinary week can hold (alternating weeks, months, school holidays, comments), as published,
 *   to show beside the table. While it is not null, the hours are not certain and nothing says "ouvert".
 */
export type Semaine = { plages: Plage[]; feries: 'ferme' | 'ouvert' | null; texte: string | null }

export const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
export type Jour = (typeof JOURS)[number]

export const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

export type LigneHoraires = { jour: Jour; plages: { debut: string; fin: string }[]; libelle: string }

export const MINUTES_PAR_JOUR = 1440
export const MINUTES_PAR_SEMAINE = 7 * MINUTES_PAR_JOUR

// A slot that ends by then, or that is no longer than a night, belongs to the evening before.
const FIN_DE_NUIT = 6 * 60
/** A slot over midnight is believed up to 12 hours; `17:00-12:00`, 19 hours, is a typing mistake. */
export const NUIT_LA_PLUS_LONGUE = 12 * 60

/** Day of a minute of the week. */
export function jourDe(minute: number): Jour {
  return JOURS[Math.floor(minute / MINUTES_PAR_JOUR) % 7] ?? 'lundi'
}

/**
 * Any slots → the normal form of `Semaine.plages`. `fin` may pass the end of the week: what passes it is
 * carried to Monday. Empty slots are dropped.
 */
export function mergePlages(plages: readonly Plage[]): Plage[] {
  const coupees = plages.flatMap(({ debut, fin }) => [
    { debut, fin: Math.min(fin, MINUTES_PAR_SEMAINE) },
    { debut: 0, fin: Math.min(fin - MINUTES_PAR_SEMAINE, MINUTES_PAR_SEMAINE) },
  ])
  const triees = coupees.filter((plage) => plage.debut < plage.fin).sort((a, b) => a.debut - b.debut)
  const reunies: Plage[] = []
  for (const plage of triees) {
    const derniere = reunies.at(-1)
    if (derniere !== undefined && plage.debut <= derniere.fin) derniere.fin = Math.max(derniere.fin, plage.fin)
    else reunies.push({ ...plage })
  }
  return reunies
}

/** Minutes (of a day or of a week) → "9 h", "12 h 30", "minuit". */
export function formatHeure(minutes: number): string {
  const duJour = minutes % MINUTES_PAR_JOUR
  if (duJour === 0) return 'minuit'
  const heures = Math.floor(duJour / 60)
  const reste = duJour % 60
  return reste === 0 ? `${heures} h` : `${heures} h ${String(reste).padStart(2, '0')}`
}

/**
 * One row a day, Monday first, for a table in plain French: `libelle` is the whole cell ("9 h – 12 h 30, 14 h – 17 h",
 * "fermé", "24 h sur 24"). An evening slot stands whole on the day it starts. Where `texte` may concern a day without
 * slots, the cell says "voir les précisions" instead of "fermé". No slot at all: no table, the text says it all.
 */
export function tableDesHoraires(semaine: Semaine): LigneHoraires[] {
  if (semaine.plages.length === 0) return []
  const parJour = plagesParJour(semaine)
  return JOURS.map((jour, rang) => {
    const plages = parJour[rang] ?? []
    return {
      jour,
      plages: plages.map(({ debut, fin }) => ({ debut: formatHeure(debut), fin: formatHeure(fin) })),
      libelle: plages.map(libelleDe).join(', ') || (estCertaine(semaine, false) ? 'fermé' : 'voir les précisions'),
    }
  })
}

const parSemaine = new WeakMap<Semaine, Plage[][]>()

/**
 * The slots by the day on which they start (0 is Monday), in minutes of the week: one over midnight is whole, and its end
 * may pass that of the day, or of the week.
 */
export function plagesParJour(semaine: Semaine): readonly Plage[][] {
  const known = parSemaine.get(semaine)
  if (known !== undefined) return known
  const tranches = semaine.plages.length === 1 ? semaine.plages : joinDimancheSoir(semaine.plages)
  const jours: Plage[][] = JOURS.map(() => [])
  for (const plage of tranches.flatMap(cutParJour)) jours[Math.floor(plage.debut / MINUTES_PAR_JOUR)]?.push(plage)
  for (const plages of jours) plages.sort((a, b) => a.debut - b.debut)
  parSemaine.set(semaine, jours)
  return jours
}

/**
 * Whether the slots are the whole truth of a day. A text that speaks of public holidays only ("PH 10:00-12:00")
 * leaves the other days certain.
 */
export function estCertaine(semaine: Semaine, ferie: boolean): boolean {
  if (semaine.texte === null) return true
  return !ferie && semaine.texte.split(';').every((regle) => /^\s*PH \d/.test(regle))
}

/** "lun-14:00", as in the URL's `ouvert=`, → minutes since Monday 00:00, or null. */
export function parseMoment(moment: string): number | null {
  const lu = /^(lun|mar|mer|jeu|ven|sam|dim)-([01]\d|2[0-3]):([0-5]\d)$/.exec(moment)
  if (lu === null) return null
  const jour = JOURS.findIndex((nom) => nom.startsWith(lu[1] ?? ''))
  return jour * MINUTES_PAR_JOUR + Number(lu[2]) * 60 + Number(lu[3])
}

/** 840 → "lundi à 14 h". */
export function formatMoment(minute: number): string {
  return `${jourDe(minute)} à ${formatHeure(minute)}`
}

/**
 * Whether an ordinary week is open at a moment ("lun-14:00", or minutes since Monday 00:00). Closing time is
 * excluded. False without hours and for a string that is no moment. It says nothing of holidays, of age, nor of
 * `texte`: it is for a filter, the state of a place is `etatAt`.
 */
export function estOuvertA(semaine: Semaine | null, moment: string | number): boolean {
  const minute = typeof moment === 'number' ? moment : parseMoment(moment)
  if (semaine === null || minute === null) return false
  return semaine.plages.some((plage) => plage.debut <= minute && minute < plage.fin)
}

function joinDimancheSoir(plages: readonly Plage[]): Plage[] {
  const [premiere, ...autres] = plages
  const derniere = plages.at(-1)
  const contigues = premiere?.debut === 0 && derniere?.fin === MINUTES_PAR_SEMAINE
  if (premiere === undefined || derniere === undefined || !contigues) return [...plages]
  return [...autres.slice(0, -1), { debut: derniere.debut, fin: MINUTES_PAR_SEMAINE + premiere.fin }]
}

function cutParJour(plage: Plage): Plage[] {
  const morceaux: Plage[] = []
  for (let debut = plage.debut; debut < plage.fin; ) {
    const minuit = (Math.floor(debut / MINUTES_PAR_JOUR) + 1) * MINUTES_PAR_JOUR
    const duree = plage.fin - debut
    const soiree = duree <= NUIT_LA_PLUS_LONGUE || (plage.fin <= minuit + FIN_DE_NUIT && duree < MINUTES_PAR_JOUR)
    const fin = soiree ? plage.fin : Math.min(minuit, plage.fin)
    // Monday's part of a slot that was joined over the midnight of Sunday comes back to the first row.
    morceaux.push({ debut: debut % MINUTES_PAR_SEMAINE, fin: (debut % MINUTES_PAR_SEMAINE) + fin - debut })
    debut = fin
  }
  return morceaux
}

function libelleDe(plage: Plage): string {
  if (plage.fin - plage.debut === MINUTES_PAR_JOUR) return '24 h sur 24'
  return `${formatHeure(plage.debut)} – ${formatHeure(plage.fin)}`
}
