/**
 * A street address as a geocoder understands it. What is taken off (a box, a CEDEX) is the post's and stands on no map;
 * what is written in full is what the national address base spells out.
 */
export const ADRESSE_POSTALE_OPERATIONS: { name: string; when: RegExp; fix: string }[] = [
  { name: 'CEDEX et ce qui suit sont retirés', when: /\bcedex\b.*$/i, fix: ' ' },
  { name: 'un code postal collé au nom de la commune est retiré', when: /\s\d{5}\p{L}{2}[\p{L}\s'’-]*$/u, fix: ' ' },
  {
    name: 'la boîte postale, la course spéciale sont retirées',
    when: /\b(?:b\.?\s?p|c\.?\s?s|t\.?\s?s\.?\s?a)\b[.:]?\s*(?:n\s?[°o]\s*)?\d[\d ]*(?![\p{L}\d])/giu,
    fix: ' ',
  },
  { name: '« n° » est retiré', when: /\bn\s?°\s*(?=\d)/gi, fix: ' ' },
  {
    name: 'ce qui n’est ni lettre, ni chiffre, ni trait d’union devient une espace',
    when: /[^\p{L}\p{N}'’/-]+/gu,
    fix: ' ',
  },
  { name: 'un signe au début est retiré', when: /^[^\p{L}\p{N}]+/u, fix: '' },
  { name: 'un signe à la fin est retiré', when: /(?<![\s'’/-])[\s'’/-]+$/, fix: '' },
]

/** Ways, written short: anywhere. */
const VOIES: Record<string, string> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  chem: 'chemin',
  fbg: 'faubourg',
  imp: 'impasse',
  pl: 'place',
  rte: 'route',
  sq: 'square',
}

/** The same, for those that are also another word ("rue du Lot", "CH de Guéret"): after a number only. */
const VOIES_APRES_NUMERO: Record<string, string> = {
  all: 'allée',
  ch: 'chemin',
  che: 'chemin',
  crs: 'cours',
  esp: 'esplanade',
  fg: 'faubourg',
  lot: 'lotissement',
  pas: 'passage',
  prom: 'promenade',
  qu: 'quai',
  r: 'rue',
}

const ABREGEE = new RegExp(String.raw`(?<![\p{L}\p{N}'’-])(${Object.keys(VOIES).join('|')})(?![\p{L}\p{N}'’-])`, 'giu')
const ABREGEE_APRES_NUMERO = new RegExp(
  String.raw`(\d(?:\s?(?:bis|ter|quater|[a-d]))?\s+)(${Object.keys(VOIES_APRES_NUMERO).join('|')})(?=\s)`,
  'giu',
)

/** The geocoder refuses a longer text; what is beyond is no street. */
const MAX = 200

/** The address to ask, null when nothing of it can be asked: fewer than three characters are left. */
export function writeAdressePostale(text: string): string | null {
  const plain = ADRESSE_POSTALE_OPERATIONS.reduce(
    (all, { when, fix }) => all.replace(when, fix),
    text.slice(0, 2 * MAX),
  )
  const full = plain
    .replace(ABREGEE, (voie) => VOIES[voie.toLowerCase()] ?? voie)
    .replace(ABREGEE_APRES_NUMERO, (_, before: string, voie: string) => before + VOIES_APRES_NUMERO[voie.toLowerCase()])
    .replace(/\s+/g, ' ')
  const short = full.length > MAX ? full.slice(0, MAX).replace(/ \S*$/, '') : full
  return short.length < 3 ? null : short
}
