/**
 * Lower case without accents, ligatures and punctuation, words separated by one space:
 * what two spellings of one name have in common. "L'Haÿ-les-Roses" → "l hay les roses".
 */
export function fold(text: string): string {
  return (PLAIN.test(text) ? text.toLowerCase() : withoutAccents(text)).replace(/[^a-z0-9]+/g, ' ').trim()
}

/** Most published cells: nothing to look up. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const PLAIN = /^[\u0000-\u007f]*$/

function withoutAccents(text: string): string {
  return text.replace(OTHERS, plainOf).toLowerCase()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is meant.
const OTHERS = /[^\u0000-\u007f]/g

/** By character: to decompose one text after the other costs five times the look-up of its few accents. */
const plains = new Map<string, string>()

function plainOf(char: string): string {
  const known = plains.get(char)
  if (known !== undefined) return known
  const letters = char.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  const plain = letters.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
  // A character of the sixty-five thousand at most: halves of pairs are none of ours.
  plains.set(char, plain)
  return plain
}

/** Named rewritings that bring a published town name to the official one, applied on the folded name, in order. */
export const COMMUNE_NAME_OPERATIONS: { name: string; when: RegExp; fix: string }[] = [
  { name: 'CEDEX et son numéro sont retirés', when: / cedex( \d+)?$/, fix: '' },
  {
    name: 'l’arrondissement municipal est retiré',
    when: /^(paris|lyon|marseille) \d{1,2}( ?(er|e|eme))?( arrondissement)?$/,
    fix: '$1',
  },
  { name: 'ST devient Saint', when: /(^| )st (?=[a-z])/g, fix: '$1saint ' },
  { name: 'STE devient Sainte', when: /(^| )ste (?=[a-z])/g, fix: '$1sainte ' },
  { name: 'S/ devient sur', when: /(?<=[a-z]) s (?=[a-z]{3})/g, fix: ' sur ' },
]

/** The folded town name after `COMMUNE_NAME_OPERATIONS`: equal for "ST ETIENNE CEDEX 2" and "Saint-Étienne". */
export function foldCommune(name: string): string {
  return COMMUNE_NAME_OPERATIONS.reduce((text, { when, fix }) => text.replace(when, fix), fold(name)).trim()
}
