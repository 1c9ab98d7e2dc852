import { estFerie } from './jours-feries.ts'
import {
  estCertaine,
  formatHeure,
  type Jour,
  jourDe,
  MINUTES_PAR_JOUR,
  MOIS,
  type Plage,
  plagesParJour,
  type Semaine,
} from './semaine.ts'
import { addJours, addMois, instantLocal, type TempsLocal, tempsLocal } from './temps-local.ts'

// docs/regles.md §7.
const MOIS_AVANT_APPEL = 12
const MOIS_AVANT_SILENCE = 18

// A place that opens one day a week, when that day is a holiday two weeks running (25 December, 1 January).
const JOURS_EXPLORES = 22

// What a change of clocks adds or takes, twice a year.
const MINUTES_DES_HORLOGES = 60

/** `dateMaj`: "2026-05-04" or null when unknown. `fuseau`: `fuseauDe(departement, commune)`. */
export type ContexteEtat = { instant: Date; fuseau: string; departement: string | null; dateMaj: string | null }

/** A local time to come. `minute`: of its day. `dansJours`: 0 is today. */
export type Echeance = { date: string; jour: Jour; minute: number; dansJours: number }

/**
 * - `ouvert`: `fermeture` is null when the place does not close within a day (24 hours a day).
 * - `ferme`: `ouverture` is the next one that no holiday makes doubtful; null when there is none in three weeks.
 * - `ferie`: a holiday of which the hours say nothing.
 * - `a-verifier`: part of the hours is a text (`Semaine.texte`) that no rule evaluates.
 * - `ancien`: hours of more than 18 months, or without a date: never open nor closed.
 * - `inconnu`: no hours. Unknown is not closed.
 */
export type Etat = { appelerAvant: boolean } & (
  | { etat: 'ouvert'; fermeture: Echeance | null }
  | { etat: 'ferme'; ouverture: Echeance | null }
  | { etat: 'ferie'; nom: string }
  | { etat: 'a-verifier' }
  | { etat: 'ancien' }
  | { etat: 'inconnu' }
)

/**
 * State of a place at an instant, on its own clock and calendar. `appelerAvant`: the hours are older than 12 months,
 * or no certain state can be given. On a holiday that the hours close, or do not speak of, nothing opens on that date.
 */
export function etatAt(semaine: Semaine | null, contexte: ContexteEtat): Etat {
  if (semaine === null) return { etat: 'inconnu', appelerAvant: true }
  return etatLocal(semaine, tempsLocal(contexte.instant, contexte.fuseau), contexte)
}

function etatLocal(semaine: Semaine, local: TempsLocal, contexte: ContexteEtat): Etat {
  if (isTropAncien(contexte.dateMaj, local.date)) return { etat: 'ancien', appelerAvant: true }
  const nom = ferieDe(semaine, local, contexte.departement)
  if (nom !== null && semaine.feries === null) return { etat: 'ferie', nom, appelerAvant: true }
  if (!estCertaine(semaine, nom !== null)) return { etat: 'a-verifier', appelerAvant: true }
  const appelerAvant = isPlusVieux(contexte.dateMaj, MOIS_AVANT_APPEL, local.date)
  const enCours = plagesDuJour(semaine, local, 0, contexte.departement).find(
    ({ debut, fin }) => debut <= local.minute && local.minute < fin,
  )
  if (enCours === undefined) {
    return { etat: 'ferme', ouverture: findOuverture(semaine, local, contexte.departement), appelerAvant }
  }
  return { etat: 'ouvert', fermeture: findFermeture(semaine, local, enCours, contexte.departement), appelerAvant }
}

/**
 * One sentence, without a full stop: "Ouvert, ferme à 17 h", "Fermé, ouvre mardi à 9 h". `conseil`: what to do when the
 * state is doubtful, where it is not to call first; null says the state alone.
 */
export function phraseEtat(etat: Etat, conseil: string | null = 'appelez avant de venir'): string {
  const suite = conseil === null ? '' : `, ${conseil}`
  if (etat.etat === 'inconnu') return 'Horaires non communiqués'
  if (etat.etat === 'ferie') return `Jour férié${suite}`
  if (etat.etat === 'ancien') return `Horaires anciens${suite}`
  if (etat.etat === 'a-verifier') return `Horaires à vérifier${suite}`
  const appel = etat.appelerAvant && conseil !== null ? ` (${conseil})` : ''
  return (etat.etat === 'ouvert' ? phraseOuvert(etat.fermeture) : phraseFerme(etat.ouverture)) + appel
}

/** What the hours of a place are said with. */
export type LieuOuvrable = {
  semaine: Semaine | null
  /** As published: hours that make no week are not hours that nobody told. */
  horaires: string | null
  fuseau: string
  departementCode: string
  dateMaj: string | null
  telephone: string | null
}

/**
 * The state of a place in one sentence, on its own clock; null where its hours are published and make no week.
 * `court`: on one line, above the number that says the rest.
 */
export function etatDit(
  lieu: LieuOuvrable,
  instant: Date,
  court = false,
): { etat: Etat['etat']; phrase: string } | null {
  if (lieu.semaine === null && lieu.horaires) return null
  const { fuseau, departementCode: departement, dateMaj } = lieu
  const etat = etatAt(lieu.semaine, { instant, fuseau, departement, dateMaj })
  return { etat: etat.etat, phrase: phraseEtat(etat, conseilOf(lieu, court)) }
}

function conseilOf({ telephone }: LieuOuvrable, court: boolean): string | null {
  if (court) return telephone ? 'appelez' : null
  return telephone ? 'appelez avant de venir' : 'renseignez-vous avant de venir'
}

/**
 * The first instant after `contexte.instant` at which `phraseEtat` says something else: an opening, a closing, or a
 * midnight that begins or ends a holiday or turns "mardi" into "aujourd’hui". Null when nothing changes in three weeks, or
 * in `dansMinutes`; a change of clocks may give one that is an hour later.
 */
export function prochainChangement(
  semaine: Semaine | null,
  contexte: ContexteEtat,
  dansMinutes = Number.POSITIVE_INFINITY,
): Date | null {
  if (semaine === null) return null
  const { instant, fuseau } = contexte
  const local = tempsLocal(instant, fuseau)
  const actuelle = phraseEtat(etatLocal(semaine, local, contexte))
  const derniere = local.minute + dansMinutes + MINUTES_DES_HORLOGES
  for (let dansJours = 0; dansJours <= JOURS_EXPLORES; dansJours++) {
    if (dansJours * MINUTES_PAR_JOUR > derniere) return null
    const jour = { date: addJours(local.date, dansJours), jour: (local.jour + dansJours) % 7 }
    for (const minute of [0, ...bordsDuJour(semaine, local, dansJours)]) {
      if (dansJours === 0 && minute <= local.minute) continue
      if (dansJours * MINUTES_PAR_JOUR + minute > derniere) continue
      if (phraseEtat(etatLocal(semaine, { ...jour, minute }, contexte)) === actuelle) continue
      return instantLocal(jour.date, minute, fuseau, instant)
    }
  }
  return null
}

/** The public holiday that an instant is of: that of the day before, while its evening goes on. */
function ferieDe(semaine: Semaine, local: TempsLocal, departement: string | null): string | null {
  const veille = plagesEntieres(semaine, local, -1).some(({ fin }) => local.minute < fin - MINUTES_PAR_JOUR)
  return estFerie(veille ? addJours(local.date, -1) : local.date, departement)
}

/**
 * The slots of a day of the calendar, in minutes of that day, the end of those of the evening before included. An evening
 * belongs to the day on which it starts: none on a holiday, unless the hours keep it open.
 */
function plagesDuJour(semaine: Semaine, local: TempsLocal, dansJours: number, departement: string | null): Plage[] {
  const of = (rang: number) => {
    const plages = plagesEntieres(semaine, local, rang)
    if (plages.length === 0 || semaine.feries === 'ouvert') return plages
    return estFerie(addJours(local.date, rang), departement) === null ? plages : []
  }
  const veille = of(dansJours - 1).map(({ fin }) => ({ debut: 0, fin: fin - MINUTES_PAR_JOUR }))
  return [...veille.filter(({ fin }) => fin > 0), ...of(dansJours)].map(({ debut, fin }) => {
    return { debut, fin: Math.min(fin, MINUTES_PAR_JOUR) }
  })
}

/** The minutes of a day at which a slot starts or ends, holiday or not, in order. */
function bordsDuJour(semaine: Semaine, local: TempsLocal, dansJours: number): number[] {
  const veille = plagesEntieres(semaine, local, dansJours - 1).map(({ fin }) => fin - MINUTES_PAR_JOUR)
  const bords = plagesEntieres(semaine, local, dansJours).flatMap(({ debut, fin }) => [debut, fin])
  return [...veille, ...bords].filter((minute) => minute > 0 && minute < MINUTES_PAR_JOUR).sort((a, b) => a - b)
}

/** The slots that start on a day, holiday or not, in minutes of that day. */
function plagesEntieres(semaine: Semaine, { jour }: TempsLocal, dansJours: number): Plage[] {
  const rang = (jour + dansJours + 7) % 7
  const minuit = rang * MINUTES_PAR_JOUR
  return (plagesParJour(semaine)[rang] ?? []).map(({ debut, fin }) => ({ debut: debut - minuit, fin: fin - minuit }))
}

function findOuverture(semaine: Semaine, local: TempsLocal, departement: string | null): Echeance | null {
  for (let dansJours = 0; dansJours <= JOURS_EXPLORES; dansJours++) {
    const depuis = dansJours === 0 ? local.minute : -1
    const plage = plagesDuJour(semaine, local, dansJours, departement).find(({ debut }) => debut > depuis)
    if (plage !== undefined) return echeance(local, dansJours, plage.debut)
  }
  return null
}

function findFermeture(semaine: Semaine, local: TempsLocal, enCours: Plage, departement: string | null) {
  if (enCours.fin < MINUTES_PAR_JOUR) return echeance(local, 0, enCours.fin)
  const apresMinuit = plagesDuJour(semaine, local, 1, departement).find(({ debut }) => debut === 0)
  if (apresMinuit === undefined) return echeance(local, 1, 0)
  return apresMinuit.fin < MINUTES_PAR_JOUR ? echeance(local, 1, apresMinuit.fin) : null
}

function echeance(local: TempsLocal, dansJours: number, minute: number): Echeance {
  const jour = jourDe((local.jour + dansJours) * MINUTES_PAR_JOUR)
  return { date: addJours(local.date, dansJours), jour, minute, dansJours }
}

function phraseOuvert(fermeture: Echeance | null): string {
  return fermeture === null ? 'Ouvert' : `Ouvert, ferme à ${formatHeure(fermeture.minute)}`
}

function phraseFerme(ouverture: Echeance | null): string {
  if (ouverture === null) return 'Fermé'
  const heure = formatHeure(ouverture.minute)
  if (ouverture.dansJours === 0) return `Fermé, ouvre aujourd’hui à ${heure}`
  // A week ahead or more, the name of the day alone would be read as the next one.
  const quand = ouverture.dansJours < 7 ? ouverture.jour : `le ${ouverture.jour} ${jourEtMois(ouverture.date)}`
  return `Fermé, ouvre ${quand} à ${heure}`
}

/** Whether hours of this date say neither open nor closed any more, on a day (YYYY-MM-DD). */
export function isTropAncien(dateMaj: string | null, aujourdhui: string): boolean {
  return isPlusVieux(dateMaj, MOIS_AVANT_SILENCE, aujourdhui)
}

/** An unknown date is older than anything: nothing says that the hours still hold. */
function isPlusVieux(dateMaj: string | null, mois: number, aujourdhui: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(dateMaj ?? '')?.[0]
  if (date === undefined || Number.isNaN(Date.parse(date))) return true
  return aujourdhui > addMois(date, mois)
}

function jourEtMois(date: string): string {
  const [, mois, jour] = date.split('-').map(Number)
  return `${jour === 1 ? '1er' : jour} ${MOIS[(mois ?? 1) - 1]}`
}
