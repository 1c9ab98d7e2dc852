import { isInconnu } from '../chiffres/fichier-absent.ts'
import { arrondiMontre, formatValeur } from '../chiffres/tableau.ts'
import { CHIFFRES, type CleChiffre } from '../chiffres.ts'
import { compte, formatDate, formatNombre } from '../texte/format.ts'
import { type Cellule, type Comptes, chiffresOf, sumComptes, type Territoire } from './comptes.ts'
import { absentsDe, type Contexte, postesValides } from './contexte.ts'
import type { Indicateur } from './indicateurs.ts'
import { compareLectures } from './lectures.ts'
import { titreIndicateur } from './tableaux.ts'

/** The page in one sentence. */
export function phraseNationale(cellules: readonly Cellule[], contexte: Contexte): string {
  const { lieux, postes, population, 'lieux-10000': taux } = chiffresOf(cellules)
  const valides = postesValides(contexte).replace(/^postes validés/, postes < 2 ? 'poste validé' : 'postes validés')
  const date = contexte.sources.lieux[0]?.date
  const connus = `${compte(lieux, 'lieu d’accueil connu', 'lieux d’accueil connus')}${date ? ` au ${formatDate(date)}` : ''}`
  const absents = absentsDe(contexte)
  const debut = [
    ...(absents.includes('lieux') ? [] : [connus]),
    ...(absents.includes('structures') ? [] : [`${formatNombre(postes)} ${valides}`]),
  ].join(' et ')
  if (debut === '') return 'Aucun fichier de lieux ni de postes n’est importé : rien ne peut être compté.'
  if (taux === null || population === null || absents.includes('lieux')) return `${debut}.`
  return `${debut}, pour ${compte(population, 'habitant', 'habitants')} : ${formatValeur('taux', taux)} lieu pour 10 000 habitants.`
}

/** Who has the most and the least of an indicator, and the national figure; null where nobody has any. */
export function phraseIndicateur(territoires: readonly Territoire[], indicateur: Indicateur, contexte: Contexte) {
  const { cle } = indicateur
  const { nature } = CHIFFRES[cle]
  if (isInconnu(cle, absentsDe(contexte))) return null
  const connus = territoires.flatMap(({ nom, cellules }) => {
    const valeur = chiffresOf(cellules)[cle]
    // Territories that show the same figure are named together.
    return valeur === null ? [] : [{ nom, valeur: arrondiMontre(nature, valeur) }]
  })
  if (connus.length < 2) return null
  const [plus, moins] = [Math.max, Math.min].map((choose) => choose(...connus.map(({ valeur }) => valeur)))
  const national = chiffresOf(territoires.flatMap(({ cellules }) => cellules))[cle]
  const qui = (asked: number | undefined) =>
    joinNames(connus.filter(({ valeur }) => valeur === asked).map(({ nom }) => nom))
  const sayRatio = (valeur: number | undefined | null) => formatValeur(nature, valeur)
  return `${titreIndicateur(indicateur, contexte)} : ${sayRatio(national)} en France. Le plus : ${qui(plus)} (${sayRatio(plus)}). Le moins : ${qui(moins)} (${sayRatio(moins)}).`
}

const NOMMES = 3

/** "Creuse, Lozère", "Creuse, Lozère, Ariège et 4 autres". */
function joinNames(noms: readonly string[]): string {
  const reste = noms.length - NOMMES
  return noms.slice(0, NOMMES).join(', ') + (reste > 0 ? ` et ${compte(reste, 'autre', 'autres')}` : '')
}

/**
 * Rural communes against dense cities, by place then by seat, and whether the two readings agree. By how much is
 * computed on the counts, not on the rounded rates.
 */
export function phrasesRuralite(cellules: readonly Cellule[], contexte: Contexte): string[] {
  const rural = sumComptes(cellules.filter(({ ruralite }) => ruralite === 'rural'))
  const urbain = sumComptes(cellules.filter(({ ruralite }) => ruralite === 'urbain'))
  const lectures = compareLectures({ rural, urbain })
  if (lectures === null || urbain.lieux === 0 || urbain.postes === 0) return []
  const { lieux, postes, accord } = lectures
  const mots = (quoi: 'lieux' | 'postes') =>
    lectures[quoi].rural === lectures[quoi].urbain ? 'autant' : motsDe(compare(rural, urbain, quoi))
  const dire = (taux: number) => formatValeur('taux', taux)
  const estimation = contexte.ruraliteEstimee ? ' (estimation)' : ''
  return [
    `Par lieu d’accueil, les communes rurales${estimation} ont ${dire(lieux.rural)} lieu pour 10 000 habitants, contre ${dire(lieux.urbain)} dans l’urbain dense : ${mots('lieux')}.`,
    `Par siège de l’employeur, elles ont ${dire(postes.rural)} ${postesValides(contexte).replace('postes validés', 'poste validé')} pour 10 000 habitants, contre ${dire(postes.urbain)} : ${mots('postes')}.`,
    accord === 'meme'
      ? 'Les deux lectures vont dans le même sens.'
      : 'Les deux lectures ne disent pas la même chose : précisez toujours laquelle vous citez.',
  ]
}

/** Why one reading is not the other. */
export const POURQUOI_DEUX_LECTURES =
  'Un poste est enregistré au siège de son employeur. Une intercommunalité, un département ou un syndicat a son siège en ville, et le conseiller reçoit aussi dans les communes autour : le siège dit qui emploie, le lieu d’accueil dit où l’on est reçu.'

/** By how many percent the first has more per inhabitant than the second. */
function compare(un: Comptes, autre: Comptes, quoi: 'lieux' | 'postes'): number {
  return ((un[quoi] * autre.population) / (un.population * autre[quoi]) - 1) * 100
}

/** "70 % de plus", "39 % de moins"; from the double on, "2,4 fois plus". */
function motsDe(pourcent: number): string {
  if (pourcent >= 100) return `${formatNombre(Math.round(pourcent / 10 + 10) / 10)} fois plus`
  const entier = Math.round(Math.abs(pourcent))
  return `${entier === 0 ? 'moins de 1' : formatNombre(entier)} % de ${pourcent > 0 ? 'plus' : 'moins'}`
}

/** How near people are, in the country and in rural communes; what the computation leaves out. */
export function phrasesDistance(cellules: readonly Cellule[], contexte: Contexte): string[] {
  const france = chiffresOf(cellules)
  if (france['a-10-km'] === null) return []
  const rurales = chiffresOf(cellules.filter(({ ruralite }) => ruralite === 'rural'))
  const { population, situes } = sumComptes(cellules)
  const dit = (cle: CleChiffre & keyof typeof france, chiffres = france) =>
    formatValeur(CHIFFRES[cle].nature, chiffres[cle])
  const estimation = contexte.ruraliteEstimee ? ' (estimation)' : ''
  const rural =
    rurales['a-10-km'] === null ? '' : ` Dans les communes rurales${estimation}, à 10 km : ${dit('a-10-km', rurales)}.`
  // A share that is never said to be all when it is not.
  const calcul = situes < population && dit('couvert') === formatValeur('part', 1) ? 'plus de 99,9 %' : dit('couvert')
  return [
    `${dit('a-5-km')} de la population a un lieu d’accueil à 5 km au plus, ${dit('a-10-km')} à 10 km, ${dit('a-20-km')} à 20 km.${rural}`,
    `Calculé sur ${calcul} de la population : ${horsCalcul(population - situes)}.`,
  ]
}

function horsCalcul(habitants: number): string {
  if (habitants === 0) return 'le centre de chaque commune est connu'
  return `${compte(habitants, 'habitant vit', 'habitants vivent')} dans une commune dont le centre n’est pas connu`
}
