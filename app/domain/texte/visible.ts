/** Characters, at most, of a value that a page shows. */
const MAX = 200

/** Controls, marks that turn the direction of a line, characters without a width, blank letters, halves of a character. */
const INVISIBLES = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu

/**
 * A value that somebody else wrote, as a page may show it: what cannot be seen is named (a line end is ⏎), so that it
 * neither hides nor turns the text around it; what is too long is cut.
 */
export function shownText(texte: string, max = MAX): string {
  // Cut first: a cell may hold millions of characters.
  const debut = [...texte.slice(0, 2 * max)]
  const court = debut.length > max || texte.length > 2 * max
  const montre = debut.slice(0, max).join('').replace(INVISIBLES, nomme)
  return court ? `${montre}…` : montre
}

function nomme(caractere: string): string {
  if (caractere === '\n') return '⏎'
  if (caractere === '\t') return '⇥'
  const code = (caractere.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `[U+${code}]`
}
