const PROJECT = 'carte-conseillers-numeriques'

/** Who asks, so that a producer can write to them: PUBLISHER_CONTACT, with PUBLISHER_NAME, when they are set. */
export function userAgent(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const contact = [env.PUBLISHER_NAME, env.PUBLISHER_CONTACT].map(asToken).filter((part) => part !== '')
  return `${PROJECT} (${contact.length > 0 ? contact.join(' ; ') : 'open data import'})`
}

/** A header holds plain letters only, and parentheses end the comment. */
function asToken(value: string | undefined): string {
  return (value ?? '')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]|[()\\]/g, '')
    .trim()
}
