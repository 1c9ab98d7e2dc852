import type { Reseau } from '#app/domain/vocabulary.ts'

/** Who moves about is not at the address every day: the sentence says what to do about it. */
export function phraseItinerant(telephone: string | null, reseau: Reseau = 'conseiller-numerique'): string {
  const conseil = telephone ? 'appelez' : 'renseignez-vous'
  return reseau === 'france-services'
    ? `Cette France services se déplace : ${conseil} pour savoir où elle est`
    : `Ce conseiller se déplace : ${conseil} pour savoir où il est`
}
