import type { Reseau } from '#app/domain/vocabulary.ts'

/** Who moves about is not at the address every day: the sentence says what to do about it. */
export function phraseItinerant(telephone: string | null, reseau: Reseau = 'conseiller-numerique'): string {
  const conseil = telephone ? 'appelez' : 'renseignez-vous'
  const [qui, pronom] = QUI[reseau]
  return `${qui} se déplace : ${conseil} pour savoir où ${pronom} est`
}

const QUI: Record<Reseau, [qui: string, pronom: string]> = {
  'conseiller-numerique': ['Ce conseiller', 'il'],
  'france-services': ['Cette France services', 'elle'],
  autre: ['Ce service', 'il'],
}
