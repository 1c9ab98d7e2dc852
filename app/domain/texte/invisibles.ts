/**
 * Characters that act instead of being read: controls (an escape moves a terminal's cursor), marks that turn the
 * direction of a line, characters without a width, soft hyphens. Line ends and tabs are spaces, and stay.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const INVISIBLES = new RegExp(INVISIBLE, 'gu')

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text)
}

/** The text without them. */
export function withoutInvisibles(text: string): string {
  return INVISIBLE.test(text) ? text.replace(INVISIBLES, '') : text
}
