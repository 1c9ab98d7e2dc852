import type { Reseau } from '#app/domain/vocabulary.ts'

/** An advisor who moves about is not at the address every day: the sentence says what to do about it. */
export function phraseItinerant(telephone: string | null, reseau: Reseau = 'conseiller-numerique'): string {
  const qui = reseau === 'conseiller-numerique' ? 'Ce conseiller' : 'Ce service'
  return `${qui} se déplace : ${telephone ? 'appelez' : 'renseignez-vous'} pour savoir où il est`
}
