import { type Dates, dater, habitants, lieuxConnus, postesValides } from '../chiffres/dates.ts'
import { isInconnu } from '../chiffres/fichier-absent.ts'
import { CHIFFRES, type CleChiffre } from '../chiffres/table.ts'
import { arrondiMontre, formatValeur } from '../chiffres/tableau.ts'
import { titreDe } from '../chiffres.ts'
import { compte, formatNombre, upperFirst } from '../texte/format.ts'
import {
  type Cellule,
  type Chiffres,
  type Comptes,
  chiffresOf,
  connusOf,
  sumComptes,
  type Territoire,
} from './comptes.ts'
import { absentsDe, type Contexte } from './contexte.ts'
import type { Indicateur } from './indicateurs.ts'
import { compareLectures } from './lectures.ts'

/** The page in two sentences: what is counted, and of how many posts a place is known. */
export function phraseNationale(cellules: readonly Cellule[], contexte: Contexte): string {
  const { dates } = contexte
  const chiffres = chiffresOf(cellules)
  const { lieux, postes, population, 'lieux-10000': tauxLieux, 'postes-10000': tauxPostes } = chiffres
  const absents = absentsDe(contexte)
  const [avecLieux, avecPostes] = [!absents.includes('lieux'), !absents.includes('structures')]
  const debut = [
    ...(avecPostes ? [postesValides(postes, dates)] : []),
    ...(avecLieux ? [lieuxConnus(lieux, dates)] : []),
  ].join(' et ')
  if (debut === '') return 'Aucun fichier de lieux ni de postes n’est importé : rien ne peut être compté.'
  if (tauxLieux === null || tauxPostes === null || population === null) return `${debut}.`
  const taux = [
    ...(avecPostes ? [`${formatValeur('taux', tauxPostes)} poste`] : []),
    ...(avecLieux ? [`${formatValeur('taux', tauxLieux)} lieu`] : []),
  ].join(' et ')
  return `${upperFirst(debut)}, pour ${habitants(population, dates)} : ${taux} pour 10 000 habitants.`
}

/** Of how many posts the employer has a known place: what stands around every count of places; null without both files. */
export function phraseSitues({ postes, 'postes-situes': situes, 'part-postes-situes': part }: Situes, dates: Dates) {
  if (part === null) return null
  if (!situes)
    return dater(
      `De ${postesValides(postes, dates)}, aucun n’a d’employeur dont un lieu est {connu} : où ils reçoivent n’est pas dans le fichier.`,
      dates,
    )
  const ont = situes === 1 ? 'a' : 'ont'
  const dont = `${postesValides(postes, dates)}, ${formatNombre(situes)} (${formatValeur('part', part)}) ${ont} un employeur`
  const autres = situes === postes ? '' : ' Où reçoivent les autres n’est pas dans le fichier.'
  return dater(`Sur ${dont} dont au moins un lieu est {connu}.${autres}`, dates)
}

/** Under half, a count of places says more of the file than of the territory. */
const SEUIL_SITUES = 0.5

/** Said beside any figure of places where less than half of the posts have a known one; null elsewhere. */
export function alerteSitues({ postes, 'postes-situes': situes, 'part-postes-situes': part }: Situes): string | null {
  if (part === null || part >= SEUIL_SITUES) return null
  if (!situes)
    return 'Attention : le fichier des lieux ne donne de lieu pour aucun de ces postes. Aucun lieu connu ne veut pas dire aucun service.'
  return `Attention : le fichier des lieux ne donne de lieu que pour ${formatNombre(situes ?? 0)} ${(situes ?? 0) < 2 ? 'poste' : 'postes'} sur ${formatNombre(postes)} (${formatValeur('part', part)}). Peu de lieux connus ne veut pas dire peu de service.`
}

type Situes = Pick<Chiffres, 'postes' | 'postes-situes' | 'part-postes-situes'>

/** Who has the most and the least of an indicator, and the national figure; null where nobody has any. */
export function phraseIndicateur(territoires: readonly Territoire[], indicateur: Indicateur, contexte: Contexte) {
  const { cle } = indicateur
  const { nature } = CHIFFRES[cle]
  if (isInconnu(cle, absentsDe(contexte))) return null
  const connus = territoires.flatMap(({ nom, cellules }) => {
    const valeur = connusOf(cellules)[cle]
    // Territories that show the same figure are named together.
    return valeur === null ? [] : [{ nom, valeur: arrondiMontre(nature, valeur) }]
  })
  if (connus.length < 2) return null
  const [plus, moins] = [Math.max, Math.min].map((choose) => choose(...connus.map(({ valeur }) => valeur)))
  const national = chiffresOf(territoires.flatMap(({ cellules }) => cellules))[cle]
  const qui = (asked: number | undefined) =>
    joinNames(connus.filter(({ valeur }) => valeur === asked).map(({ nom }) => nom))
  const sayRatio = (valeur: number | undefined | null) => formatValeur(nature, valeur)
  return `${titreDe(cle, contexte.dates)} : ${sayRatio(national)} en France. Le plus : ${qui(plus)} (${sayRatio(plus)}). Le moins : ${qui(moins)} (${sayRatio(moins)}).${nonConnus(territoires.length - connus.length)}`
}

function nonConnus(nombre: number): string {
  if (nombre === 0) return ''
  return ` Non connu : ${compte(nombre, 'territoire', 'territoires')}, dont le fichier ne dit rien.`
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
  const { dates } = contexte
  const estimation = contexte.ruraliteEstimee ? ' (estimation)' : ''
  return [
    dater(
      `Par lieu d’accueil {connu}, les communes rurales${estimation} ont ${dire(lieux.rural)} lieu pour 10 000 habitants, contre ${dire(lieux.urbain)} dans l’urbain dense : ${mots('lieux')}.`,
      dates,
    ),
    ...phrasesHeures(rural, urbain).map((phrase) => dater(phrase, dates)),
    dater(
      `Par siège de l’employeur, elles ont ${dire(postes.rural)} poste {validé} pour 10 000 habitants, contre ${dire(postes.urbain)} : ${mots('postes')}.`,
      dates,
    ),
    accord === 'meme'
      ? 'Les deux lectures vont dans le même sens.'
      : 'Les deux lectures ne disent pas la même chose : précisez toujours laquelle vous citez.',
  ]
}

/** Beside the number of places, how long they are open: what is published, then with the others as those that publish. */
function phrasesHeures(rural: Comptes, urbain: Comptes): string[] {
  if (rural.lieuxHoraires === 0 || urbain.lieuxHoraires === 0) return []
  const parLieu = ({ minutes, lieuxHoraires }: Comptes) => minutes / 60 / lieuxHoraires
  const dire = (heures: number) => formatValeur('heures', heures)
  const rapport = (heuresDe: (comptes: Comptes) => number) =>
    motsDe(((heuresDe(rural) * urbain.population) / (rural.population * heuresDe(urbain)) - 1) * 100)
  const publiees = rapport(({ minutes }) => minutes)
  const toutes = rapport((comptes) => comptes.lieux * parLieu(comptes))
  return [
    `En heures d’ouverture, l’écart est moindre : un lieu rural {connu} publie ${dire(parLieu(rural))} heures par semaine (${compte(rural.lieuxHoraires, 'lieu', 'lieux')} sur ${formatNombre(rural.lieux)} les publient), un lieu de l’urbain dense ${dire(parLieu(urbain))} (${formatNombre(urbain.lieuxHoraires)} sur ${formatNombre(urbain.lieux)}). Par habitant, cela fait ${publiees} d’heures publiées, ou ${toutes} si les lieux qui n’en publient pas ouvrent autant que les autres de leur classe.`,
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
  const { dates } = contexte
  const france = chiffresOf(cellules)
  if (france['a-10-km'] === null) return []
  const rurales = chiffresOf(cellules.filter(({ ruralite }) => ruralite === 'rural'))
  const { population, situes, horsTerre } = sumComptes(cellules)
  const dit = (cle: CleChiffre & keyof typeof france, chiffres = france) =>
    formatValeur(CHIFFRES[cle].nature, chiffres[cle])
  const estimation = contexte.ruraliteEstimee ? ' (estimation)' : ''
  const rural =
    rurales['a-10-km'] === null ? '' : ` Dans les communes rurales${estimation}, à 10 km : ${dit('a-10-km', rurales)}.`
  // A share that is never said to be all when it is not.
  const [tout, sansCentre] = [formatValeur('part', 1), population - situes - horsTerre]
  const calcul = sansCentre > 0 && dit('couvert') === tout ? 'plus de 99,9 %' : dit('couvert')
  return [
    dater(
      `À vol d’oiseau, du centre de la commune, ${dit('a-5-km')} de la population a un lieu d’accueil {connu} à 5 km au plus, ${dit('a-10-km')} à 10 km, ${dit('a-20-km')} à 20 km.${rural}`,
      dates,
    ),
    ...(france['ou-fs-10-km'] === null
      ? []
      : [
          dater(
            `Un lieu {connu} ou {FS} : ${dit('ou-fs-5-km')} à 5 km au plus, ${dit('ou-fs-10-km')} à 10 km, ${dit('ou-fs-20-km')} à 20 km.`,
            dates,
          ),
        ]),
    `Calculé sur ${calcul} de la population : ${horsCalcul(sansCentre)}.`,
    ...(horsTerre > 0
      ? [
          `${compte(horsTerre, 'habitant vit', 'habitants vivent')} dans un territoire dont le fichier des lieux ne dit rien : ni près, ni loin d’un lieu, et hors des ${formatNombre(france['au-dela'] ?? 0)} qui vivent à plus de 20 km.`,
        ]
      : []),
  ]
}

function horsCalcul(nombre: number): string {
  if (nombre === 0) return 'le centre de chaque commune est connu'
  return `${compte(nombre, 'habitant vit', 'habitants vivent')} dans une commune dont le centre n’est pas connu`
}
