import { type Dates, dater, habitants, lieuxConnus } from '../chiffres/dates.ts'
import { arrondiMontre, formatValeur } from '../chiffres/tableau.ts'
import { compte, formatDate, formatDistance, formatNombre } from '../texte/format.ts'

/** What a territory is summed up from: its figures by key. */
export type ChiffresDits = {
  /** Null when no file gives it. */
  population: number | null
  lieux: number
  postes: number
} & Record<'lieux-10000' | 'postes-10000' | 'a-10-km' | 'couvert', number | null>
/** The name as a subject, "La Creuse"; `pluriel`: "Les Landes comptent". */
export type Sujet = { nom: string; pluriel?: boolean }

/**
 * A territory in two or three sentences that follow its figures, each beside the national one. Of what no file says
 * (`dates`: null) nothing is said.
 */
export function phrasesTerritoire(
  sujet: Sujet,
  chiffres: ChiffresDits,
  national: ChiffresDits,
  dates: Dates,
): string[] {
  return [
    dates.lieux === null ? phraseHabitants(sujet, chiffres, dates) : phraseLieux(sujet, chiffres, national, dates),
    phraseDistance(chiffres, national, dates),
    dates.structures === null ? '' : phrasePostes(chiffres, national, dates.structures),
  ].filter((phrase) => phrase !== '')
}

function phraseLieux(
  { nom, pluriel }: Sujet,
  { population, lieux, 'lieux-10000': taux }: ChiffresDits,
  national: ChiffresDits,
  dates: Dates,
): string {
  const connus = lieuxConnus(lieux, dates)
  if (lieux === 0) {
    if (population === null) return `${nom} n’${pluriel ? 'ont' : 'a'} ${connus}.`
    return `${nom} ${compteVerbe(pluriel)} ${habitants(population, dates)} et ${connus}.`
  }
  const debut = `${nom} ${compteVerbe(pluriel)} ${connus}`
  if (population === null || taux === null) return `${debut}.`
  return `${debut} pour ${habitants(population, dates)} : ${formatTaux(taux)} pour 10 000 habitants${rapport(taux, national['lieux-10000'])}.`
}

function phraseHabitants({ nom, pluriel }: Sujet, { population }: ChiffresDits, dates: Dates): string {
  return population === null ? '' : `${nom} ${compteVerbe(pluriel)} ${habitants(population, dates)}.`
}

function compteVerbe(pluriel = false): string {
  return pluriel ? 'comptent' : 'compte'
}

/** ", plus que la moyenne nationale (0,39)": compared as they are shown, so that equal figures are never said unequal. */
function rapport(taux: number, national: number | null): string {
  if (national === null) return ''
  const [ici, partout] = [arrondiMontre('taux', taux), arrondiMontre('taux', national)]
  const mot = ici === partout ? 'autant' : ici > partout ? 'plus' : 'moins'
  return `, ${mot} que la moyenne nationale (${formatTaux(national)})`
}

// Where nothing is near because nothing is there, the first sentence has said it.
function phraseDistance(chiffres: ChiffresDits, national: ChiffresDits, dates: Dates): string {
  const { 'a-10-km': part, couvert, lieux } = chiffres
  if (part === null || (part === 0 && lieux === 0)) return ''
  const contre = national['a-10-km'] === null ? '' : ` (France : ${formatPart(national['a-10-km'])})`
  const base = couvert === null || couvert > 0.9995 ? '' : `, calcul sur ${formatPart(couvert)} de la population`
  return dater(`À vol d’oiseau, ${quiEstPres(part)}${contre}${base}.`, dates)
}

function quiEstPres(part: number): string {
  if (part === 0) return 'aucun habitant n’a de lieu {connu} à moins de 10 km du centre de sa commune'
  if (part === 1) return 'tous les habitants ont un lieu {connu} à moins de 10 km du centre de leur commune'
  return `${formatPart(part)} des habitants ont un lieu {connu} à moins de 10 km du centre de leur commune`
}

function phrasePostes(chiffres: ChiffresDits, national: ChiffresDits, postesAu: string): string {
  const { postes, 'postes-10000': taux } = chiffres
  const au = formatDate(postesAu)
  if (postes === 0) return `La liste des postes validés au ${au} n’en compte aucun ici.`
  const verbe = postes === 1 ? 'y est' : 'y sont'
  const debut = `${compte(postes, 'poste', 'postes')} de conseiller numérique ${verbe} ${postes === 1 ? 'validé' : 'validés'} au ${au}`
  if (taux === null) return `${debut}.`
  return `${debut}, soit ${formatTaux(taux)} pour 10 000 habitants${rapport(taux, national['postes-10000'])}.`
}

/** What a commune is summed up from. `proche`: the nearest place; null when its territory has none, or none is known. */
export type CommuneDite = {
  nom: string
  population: number
  lieux: number
  postes: number
  proche: { commune: string | null; km: number; approximate: boolean } | null
  /** The territory (a department) has no place at all. */
  territoireSansLieu: boolean
  /** Of its EPCI: name, and posts validated; null without one. */
  epci: { nom: string; postes: number } | null
}

/** A commune in two sentences: its places or the nearest one, and the posts placed there. */
export function phrasesCommune(commune: CommuneDite, dates: Dates): string[] {
  const { nom, lieux, proche, territoireSansLieu } = commune
  const population = habitants(commune.population, dates)
  const posees = dates.structures === null ? [] : postesDeCommune(commune, dates.structures)
  if (dates.lieux === null) return [`${nom} compte ${population}.`, ...posees]
  const debut =
    lieux === 0
      ? `${nom} compte ${population} et ${lieuxConnus(0, dates)}.`
      : `${nom} compte ${lieuxConnus(lieux, dates)} pour ${population}.`
  const suite = lieux > 0 ? '' : phraseProche(proche, territoireSansLieu)
  return [debut, suite, ...posees].filter((phrase) => phrase !== '')
}

function phraseProche(proche: CommuneDite['proche'], territoireSansLieu: boolean): string {
  if (territoireSansLieu) return 'Il n’y a aucun lieu connu sur le territoire.'
  if (proche === null) return ''
  const ou =
    proche.commune === null ? '' : `, à ${proche.commune}`.replace(/, à Le /, ', au ').replace(/, à Les /, ', aux ')
  return `Le plus proche est ${formatDistance(proche.km, proche.approximate)}${ou}.`
}

/** No known place is not no service: the posts of the EPCI are said too. */
function postesDeCommune({ postes, lieux, epci }: CommuneDite, postesAu: string): string[] {
  const au = formatDate(postesAu)
  const ici =
    postes === 0
      ? `La liste des postes validés au ${au} n’en compte aucun ici.`
      : `${compte(postes, 'poste validé', 'postes validés')} au ${au} ${postes === 1 ? 'y est placé' : 'y sont placés'}.`
  if (lieux > 0 || epci === null || epci.postes <= postes) return [ici]
  return [
    ici,
    `Son intercommunalité, ${epci.nom}, en compte ${formatNombre(epci.postes)} : leurs lieux ne sont pas tous connus.`,
  ]
}

function formatTaux(taux: number): string {
  return formatValeur('taux', taux)
}

/** 0.706 → "70,6 %", as in the tables; what is not all is never said to be all, nor something nothing. */
function formatPart(part: number): string {
  const shown = arrondiMontre('part', part)
  if (shown === 0 && part > 0) return 'moins de 0,1 %'
  if (shown === 1 && part < 1) return 'plus de 99,9 %'
  return formatValeur('part', part)
}
