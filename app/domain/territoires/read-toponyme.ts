import { motsOf } from './toponymes.ts'

const MAX_LENGTH = 200
const MAX_WORDS = 12

/** One way to understand a text: folded words, abbreviations in full. `territoire`: it says that it is a department. */
export type Lecture = { mots: string[]; territoire: boolean }

/** Named rewritings of the folded text, applied in order. */
const NETTOYAGES: { name: string; when: RegExp; fix: string }[] = [
  {
    name: 'un numéro collé après un nom en est détaché',
    when: /([a-z]{3})(?=(\d{1,5}(er|ere|e|eme|ieme|nd|nde)?|2[ab])( |$))/g,
    fix: '$1 ',
  },
  {
    name: 'un numéro collé devant un nom en est détaché',
    when: /((?:^| )(?:\d{5}|\d{2}|2[ab]))(?=[a-z]{3})(?!(eme|ieme|nde|ere)( |$))/g,
    fix: '$1 ',
  },
  { name: 'le code postal en deux morceaux est réuni', when: /(^| )(\d{2}) (\d{3})(?= |$)/g, fix: '$1$2$3' },
  { name: 'F- devant un code postal est retiré', when: /(^| )(f|fr) ?(?=\d{5}( |$))/g, fix: '$1' },
  { name: 'CEDEX et son numéro sont retirés', when: / cedex( \d{1,2})?(?= |$)/g, fix: '' },
  { name: 'France est retirée', when: /(?<=.)(?<! (en|de|d)) france$/, fix: '' },
]

const PROGRAMME =
  /(^| )(je |j )?(cherche |trouver |ou trouver )?(un |une |des |les |le |la )?((conseil|conseill)(er|ere|ers|eres)s? (en )?num[ei]riques?( france services?)?|conums?|cnfs)( (de|du|des|d))?(?= |$)/
const DEPARTEMENT = /^(le |dans le )?(departements?|dept|dep|dpt)( (de la|de l|des|du|de|d))? /
/** Said before a name; a commune may bear the same word, so that the text as it is comes first. */
const DEVANT =
  /^(?:(?:a )?(?:pres|proche|autour|aux alentours|alentours|a cote|cote) (?:de la|de l|des|du|de|d)|region|ville (?:de|d|du|des)|commune (?:de|d|du|des)|j habite(?: a| en| au)?|dans (?:la|le|les|l)|dans|en|a la|au|aux|a|vers|sur|chez|de|le|la|les|l) /

/** The ways to read a text, the most literal first; none when nothing is left of it. */
export function readToponyme(text: string): Lecture[] {
  const whole = clean(text)
  const bare = whole.replace(PROGRAMME, ' ').replace(/\s+/g, ' ').trim()
  const readings = new Map<string, Lecture>()
  const add = (mots: string, territoire: boolean) => {
    if (mots !== '' && !readings.has(mots))
      readings.set(mots, { mots: mots.split(' ').slice(0, MAX_WORDS), territoire })
  }
  const start = bare === whole ? whole : bare
  const departement = start.replace(DEPARTEMENT, '')
  if (departement !== start) add(departement, true)
  add(start, false)
  let left = start
  while (DEVANT.test(left)) {
    left = left.replace(DEVANT, '')
    add(left, false)
  }
  return [...readings.values()]
}

function clean(text: string): string {
  const mots = motsOf(text.slice(0, MAX_LENGTH))
  return NETTOYAGES.reduce((left, { when, fix }) => left.replace(when, fix), mots).trim()
}
