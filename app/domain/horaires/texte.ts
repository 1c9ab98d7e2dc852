import { formatHeure, JOURS, MOIS } from './semaine.ts'

const MOTS = new Map([
  ...'Mo Tu We Th Fr Sa Su'.split(' ').map((code, rang): [string, string] => [code, JOURS[rang] ?? code]),
  ...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map((code, rang): [string, string] => [code, MOIS[rang] ?? code]),
  ['PH', 'jours fériés'],
  ['SH', 'vacances scolaires'],
  ['off', 'fermé'],
  ['closed', 'fermé'],
  ['open', 'ouvert'],
  ['unknown', 'à vérifier'],
  ['week', 'semaine'],
  ['easter', 'Pâques'],
  ['sunrise', 'lever du soleil'],
  ['sunset', 'coucher du soleil'],
])

const ECRITURES: readonly [forme: RegExp, ecrire: (...lu: string[]) => string][] = [
  [/\bweek 0?1-5[23]\/2\b/g, () => 'semaines impaires'],
  [/\bweek 0?2-5[0-4]\/2\b/g, () => 'semaines paires'],
  [/\b([A-Z][a-z])\[([1-5])\]/g, (_, jour, rang) => `${rang === '1' ? '1er' : `${rang}e`} ${jour} du mois`],
  [/\b([A-Z][a-z])\[-1\]/g, (_, jour) => `dernier ${jour} du mois`],
  [/\b(\d{1,2}:[0-5]\d)\+/g, (_, heure) => `à partir de ${heure}`],
  [/\b(\d{1,2}):([0-5]\d)\b/g, (_, heure, minute) => formatHeure(Number(heure) * 60 + Number(minute))],
  [/(?<=[a-zéû\d]) *- *(?=[A-Za-z\d])/g, () => ' – '],
  [/,(?=\S)/g, () => ', '],
]

/**
 * `Semaine.texte` in plain French, a line for each rule: `week 1-53/2 Mo 09:00-12:00` → "semaines impaires lundi
 * 9 h – 12 h". Comments come out as they were written, and so does a rule with a word that is not OSM's.
 */
export function lignesDuTexte(texte: string): string[] {
  const regles = texte.match(/(?:"[^"]*"?|[^";])+/g) ?? []
  return regles.map((regle) => translateRule(regle.trim())).filter((ligne) => ligne !== '')
}

/** Whether a text has no word but OSM's, its comments aside. */
export function isOsm(texte: string): boolean {
  const mots = texte.replace(/"[^"]*"?/g, ' ')
  return (mots.match(/\p{L}+/gu) ?? []).every((mot) => MOTS.has(mot))
}

function translateRule(regle: string): string {
  const morceaux = regle.split(/("[^"]*"?)/)
  // Free text ("Mar 9h-12h") must not be half translated: "Mar" is March for OSM, Tuesday for a French town hall.
  const connue = isOsm(regle)
  return morceaux
    .map((morceau) =>
      morceau.startsWith('"') ? morceau.replaceAll('"', '') : connue ? translateOpening(morceau) : morceau,
    )
    .join('')
    .trim()
}

function translateOpening(regle: string): string {
  const ecrite = ECRITURES.reduce((texte, [forme, ecrire]) => texte.replace(forme, ecrire), regle)
  return ecrite.replace(/\p{L}+/gu, (mot) => MOTS.get(mot) ?? mot)
}
