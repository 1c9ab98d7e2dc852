import { arrondiMontre, formatValeur } from '../chiffres/tableau.ts'
import { compte, formatDate, formatDistance, formatNombre, upperFirst } from '../texte/format.ts'

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
 * A department in two or three sentences that follow its figures, each beside the national one. `postesAu`: date of
 * the file of posts; null when none was imported, and nothing is said of posts. `lieuxConnus`: a file of places was.
 */
export function phrasesDepartement(
  sujet: Sujet,
  chiffres: ChiffresDits,
  national: ChiffresDits,
  postesAu: string | null,
  lieuxConnus = true,
): string[] {
  return [
    lieuxConnus ? phraseLieux(sujet, chiffres, national) : phraseHabitants(sujet, chiffres),
    phraseDistance(chiffres, national),
    postesAu === null ? '' : phrasePostes(chiffres, national, postesAu),
  ].filter((phrase) => phrase !== '')
}

function phraseLieux({ nom, pluriel }: Sujet, chiffres: ChiffresDits, national: ChiffresDits): string {
  const { population, lieux, 'lieux-10000': taux } = chiffres
  const habitants = population === null ? '' : compte(population, 'habitant', 'habitants')
  if (lieux === 0) {
    if (habitants === '') return `${nom} n’${pluriel ? 'ont' : 'a'} aucun lieu d’accueil connu.`
    return `${nom} ${compteVerbe(pluriel)} ${habitants} et aucun lieu d’accueil connu.`
  }
  const debut = `${nom} ${compteVerbe(pluriel)} ${compte(lieux, 'lieu d’accueil connu', 'lieux d’accueil connus')}`
  if (habitants === '' || taux === null) return `${debut}.`
  return `${debut} pour ${habitants} : ${formatTaux(taux)} pour 10 000 habitants${rapport(taux, national['lieux-10000'])}.`
}

function phraseHabitants({ nom, pluriel }: Sujet, { population }: ChiffresDits): string {
  return population === null ? '' : `${nom} ${compteVerbe(pluriel)} ${compte(population, 'habitant', 'habitants')}.`
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
function phraseDistance(chiffres: ChiffresDits, national: ChiffresDits): string {
  const { 'a-10-km': part, couvert, lieux } = chiffres
  if (part === null || (part === 0 && lieux === 0)) return ''
  const contre = national['a-10-km'] === null ? '' : ` (France : ${formatPart(national['a-10-km'])})`
  const base = couvert === null || couvert > 0.9995 ? '' : `, calcul sur ${formatPart(couvert)} de la population`
  return `${quiEstPres(part)}${contre}${base}.`
}

function quiEstPres(part: number): string {
  if (part === 0) return 'Aucun habitant n’a de lieu à moins de 10 km du centre de sa commune'
  if (part === 1) return 'Tous les habitants ont un lieu à moins de 10 km du centre de leur commune'
  const dit = formatPart(part)
  return `${upperFirst(dit)} des habitants ont un lieu à moins de 10 km du centre de leur commune`
}

function phrasePostes(chiffres: ChiffresDits, national: ChiffresDits, postesAu: string): string {
  const { postes, 'postes-10000': taux } = chiffres
  const au = formatDate(postesAu)
  if (postes === 0) return `Aucun poste de conseiller numérique n’y est validé au ${au}.`
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
  /** A file of places was imported. */
  lieuxConnus: boolean
}

/** A commune in two sentences: its places or the nearest one, and the posts placed there. */
export function phrasesCommune(commune: CommuneDite, postesAu: string | null): string[] {
  const { nom, lieux, postes, proche, territoireSansLieu, lieuxConnus } = commune
  const population = compte(commune.population, 'habitant', 'habitants')
  const posees = postesAu === null ? [] : [posteDeCommune(postes, postesAu)]
  if (!lieuxConnus) return [`${nom} compte ${population}.`, ...posees]
  const debut =
    lieux === 0
      ? `${nom} compte ${population} et aucun lieu d’accueil connu.`
      : `${nom} compte ${compte(lieux, 'lieu d’accueil connu', 'lieux d’accueil connus')} pour ${population}.`
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

function posteDeCommune(postes: number, postesAu: string): string {
  const au = formatDate(postesAu)
  if (postes === 0) return `Aucun poste de conseiller numérique n’y est validé au ${au}.`
  return `${compte(postes, 'poste validé', 'postes validés')} au ${au} ${postes === 1 ? 'y est placé' : 'y sont placés'}.`
}

function formatTaux(taux: number): string {
  return formatValeur('taux', taux)
}

/** 0.706 → "71 %"; what is not all is never said to be all, nor something nothing. */
function formatPart(part: number): string {
  const points = Math.round(part * 100)
  if (points === 0 && part > 0) return 'moins de 1 %'
  if (points === 100 && part < 1) return 'plus de 99 %'
  return `${formatNombre(points)} %`
}
