/**
 * The spaces that French typography does not break, in texts of ours: the narrow one before `;`, `!` and `?`, the plain
 * one before `:`, `»`, `%` and `€`, after `«` and "n°", between a number and its unit, in "10 h 30"; the narrow one again
 * between the thousands of a number. Only spaces that are there change, each into one: nothing is added. (Lexique des règles typographiques en usage à l’Imprimerie nationale.)
 */
export function espaces(texte: string): string {
  return texte
    .replace(FINES, '\u202f')
    .replace(INSECABLES, '\u00a0')
    .replace(MILLIERS, (nombre) => nombre.replaceAll(' ', '\u202f'))
}

const FINES = / (?=[;!?])/g
const UNITES = 'km²?|m|cm|min|h|s|ans?|mois|jours?|ko|Mo|Go|points?'
// Each begins with the space that it looks for: texts without one are passed over.
const INSECABLES = new RegExp(
  String.raw` (?:(?=[:»%€])|(?<=« )|(?<=\bn° )(?=\d)|(?<=\d )(?=(?:${UNITES})(?![\p{L}\p{N}]))|(?<=\d[ \u00a0]h )(?=\d\d(?!\d)))`,
  'gu',
)
// "1 200 000"; neither a SIRET, whose last group has five digits, nor a telephone, whose first begins with zero.
const MILLIERS = /(?<!\d[ \u00a0\u202f]?|[\d,.])[1-9]\d{0,2}(?: \d{3})+(?!\d|[ \u00a0\u202f]\d)/g

/**
 * The same in a document: its texts, and what is read aloud or shown of its tags; never scripts, styles, codes, fields
 * or addresses. The marks that React leaves between two texts go too: nothing hydrates the page.
 */
export function espacesDuDocument(html: string): string {
  return html.replaceAll('<!-- -->', '').replace(MORCEAUX, (morceau, intact?: string) => {
    if (intact !== undefined) return morceau
    return morceau.startsWith('<') ? morceau.replace(ATTRIBUTS, espaces) : espaces(morceau)
  })
}

const LUS = 'aria-label|aria-description|alt|title|placeholder|label|summary|content|data-props|data-autour|data-moi'
/**
 * What stays as it is, whole; a text that has a space, from the end of the tag before it; a tag with an attribute that is
 * read. Everything else, most of a page, is passed over. `data-props` is what the map will say, `data-autour` and `data-moi` what
 * a list will: the signs of their JSON stand against no space.
 */
const MORCEAUX = new RegExp(
  String.raw`<(script|style|code|pre|textarea)\b[^>]*>[\s\S]*?<\/\1(?=>)|>[^<]* [^<]*|<[^>]* (?:${LUS})="[^>]*`,
  'g',
)
const ATTRIBUTS = new RegExp(` (?:${LUS})="[^"]*"`, 'g')
