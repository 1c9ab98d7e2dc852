import { type Dates, lieuxConnus, postesValides } from '../chiffres/dates.ts'
import type { SeuilKm } from '../chiffres/table.ts'
import { formatValeur } from '../chiffres/tableau.ts'
import { compte, formatNombre } from '../texte/format.ts'
import type { Compte } from './bilan.ts'
import type { DemandeDeScenario } from './demande.ts'
import { type Etendue, GRAINES, type Plage } from './plage.ts'
import type { Resultat } from './resultat.ts'

/** What sentences name: the departments, and the days of the files. */
export type Noms = { departements: ReadonlyMap<string, string>; dates: Dates }

/** Share of the inhabitants with a known centre that are within so many km of a place; null without any. */
export function partProche({ habitants, proches }: Compte, seuil: SeuilKm): number | null {
  return habitants === 0 ? null : proches[seuil] / habitants
}

/** The posts that end, as the subject of a sentence. */
export function sujetOf(demande: DemandeDeScenario, { departements }: Pick<Noms, 'departements'>): string {
  if (demande.fin === 'prives') return 'les postes des employeurs privés'
  if (demande.fin === 'hors-frr') return 'les postes hors France Ruralités Revitalisation'
  if (demande.fin === 'departement')
    return `les postes du département ${departements.get(demande.departement) ?? ''} (${demande.departement})`
  const { postes, part } = demande
  return postes === null
    ? `${formatNombre(part ?? 0)} % des postes, tirés au hasard,`
    : compte(postes, 'poste, tiré au hasard,', 'postes, tirés au hasard,')
}

export function titreOf(demande: DemandeDeScenario | null, noms: Pick<Noms, 'departements'>): string {
  if (demande === null) return 'Et si des postes disparaissaient ?'
  const verbe = demande.fin === 'tirage' && demande.postes === 1 ? 'prenait' : 'prenaient'
  return `Et si ${sujetOf(demande, noms)} ${verbe} fin ?`
}

/** A draw said by its median and its range: one draw is not the result. */
export function resumeDesTirages(plage: Plage, { finis, avant }: Resultat, dates: Dates): string {
  const { postes, lieux, habitants } = avant.national
  const { lieuxFermes, habitantsEnMoins, communesEloignees } = plage
  const dit = ({ mediane, min, max }: Etendue, un: string, plusieurs: string) =>
    `${compte(mediane, un, plusieurs)} (de ${formatNombre(min)} à ${formatNombre(max)})`
  const debut = `${compte(finis, 'poste', 'postes')} au sort parmi ${postesValides(postes, dates)}, ${GRAINES.length} fois. En médiane`
  const ferment = dit(lieuxFermes, 'lieu d’accueil ferme', 'lieux d’accueil ferment')
  const suite =
    habitants === 0
      ? ''
      : `, ${dit(habitantsEnMoins, 'habitant n’est plus à 10 km au plus d’un lieu', 'habitants ne sont plus à 10 km au plus d’un lieu')}`
  const perdent = dit(
    communesEloignees,
    'commune perd son lieu le plus proche',
    'communes perdent leur lieu le plus proche',
  )
  return `Nous tirons ${debut}, et de la plus petite à la plus grande valeur entre parenthèses : sur ${lieuxConnus(lieux, dates)}, ${ferment}${suite}, et ${perdent}.`
}

/** The whole scenario in a few sentences, each said of the scenario alone. */
export function resumeOf(
  { finis, inconnus, avant, apres, eloignees }: Resultat,
  { fin: quoi }: DemandeDeScenario,
  { dates }: Pick<Noms, 'dates'>,
): string {
  const [before, after] = [avant.national, apres.national]
  const fin = `${formatNombre(finis)} des ${postesValides(before.postes, dates)}`
  const phrases = [`Dans ce scénario, ${fin} ${finis < 2 ? 'prend' : 'prennent'} fin.`]
  // Beside the figure: those that nothing classes are not said to be outside.
  if (inconnus > 0) {
    const quel = quoi === 'prives' ? 'Nature de l’employeur inconnue' : 'Classement inconnu'
    phrases.push(`${quel} : ${compte(inconnus, 'poste, maintenu', 'postes, maintenus')}.`)
  }
  if (before.lieux === after.lieux) phrases.push('Aucun lieu d’accueil dont l’employeur est connu ne ferme.')
  else phrases.push(phraseLieux(before.lieux - after.lieux, before.lieux, dates), ...phraseHabitants(before, after))
  if (eloignees.length > 0)
    phrases.push(`${compte(eloignees.length, 'commune perd son lieu', 'communes perdent leur lieu')} le plus proche.`)
  return phrases.join(' ')
}

function phraseLieux(fermes: number, total: number, dates: Dates): string {
  const ferment = compte(fermes, 'lieu d’accueil', 'lieux d’accueil')
  return `${ferment} sur ${lieuxConnus(total, dates)} ${fermes < 2 ? 'ferme' : 'ferment'} avec le dernier poste de leur employeur.`
}

function phraseHabitants(before: Compte, after: Compte): string[] {
  const [avant, apres] = [partProche(before, 10), partProche(after, 10)].map((part) => formatValeur('part', part))
  if (before.habitants === 0) return []
  const moins = `${compte(before.proches[10] - after.proches[10], 'habitant', 'habitants')} de moins`
  const change = avant === apres ? `reste proche de ${avant}` : `passe de ${avant} à ${apres}`
  return [`La part des habitants à moins de 10 km d’un lieu ${change} : ${moins}.`]
}

/** What every result rests on: printed with each, in the page and in its files. */
export function hypotheseOf({ avant, sansEmployeur, inconnus }: Resultat, demande: DemandeDeScenario): string {
  const { lieux } = avant.national
  const sans = `L’employeur ${sansEmployeur === 1 ? 'd’un lieu' : `de ${compte(sansEmployeur, 'lieu', 'lieux')}`} sur ${formatNombre(lieux)}`
  return [
    'Hypothèse : un lieu ferme quand son employeur perd son dernier poste ; les autres restent ouverts.',
    sansEmployeur === 0
      ? 'L’employeur de chaque lieu est connu.'
      : `${sans} n’est pas connu : ${sansEmployeur < 2 ? 'il est supposé rester ouvert' : 'ils sont supposés rester ouverts'}, et l’effet calculé est un minimum.`,
    ...(inconnus > 0 ? [phraseInconnus(inconnus, demande)] : []),
    'Un poste validé depuis 2021 peut ne plus être pourvu ni financé : le fichier ne le dit pas.',
  ].join(' ')
}

function phraseInconnus(inconnus: number, { fin }: DemandeDeScenario): string {
  const manque = fin === 'prives' ? 'la nature de l’employeur est inconnue' : 'le classement de la commune est inconnu'
  return `${compte(inconnus, 'poste dont', 'postes dont')} ${manque} ${inconnus < 2 ? 'est maintenu' : 'sont maintenus'}.`
}

/** Where a draw comes from, so that anyone can make it again. */
export function drawAgainLines(total: number, nombre: number, graine: number): string[] {
  return [
    `Les ${formatNombre(total)} postes sont numérotés à partir de 0, dans l’ordre des lignes du fichier : une ligne de trois postes reçoit trois numéros de suite.`,
    `Le générateur est mulberry32, avec le numéro ${graine} pour graine. À chaque étape i, à partir de 0, il donne un nombre u entre 0 et 1 ; le numéro au rang i change de place avec celui au rang i + ⌊u × (${formatNombre(total)} − i)⌋.`,
    `Après ${compte(nombre, 'étape', 'étapes')}, les postes aux premiers rangs prennent fin. Chaque poste a la même chance d’être tiré.`,
  ]
}

export const UN_PARMI_DAUTRES = `Chaque tirage a un numéro, qui permet de le refaire à l’identique. Les valeurs viennent des tirages n° ${GRAINES[0]} à n° ${GRAINES.at(-1)} : la médiane est celle du milieu.`
