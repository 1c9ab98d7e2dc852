/** An advisor who moves about is not at the address every day: the sentence says what to do about it. */
export function phraseItinerant(telephone: string | null): string {
  return `Ce conseiller se déplace : ${telephone ? 'appelez' : 'renseignez-vous'} pour savoir où il est`
}
