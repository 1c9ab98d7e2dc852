import type { Champ } from './champs.ts'

/** What each field of a place answers, in the words of a visitor: on its page, and in the form. */
export const QUESTIONS: Record<Champ, string> = {
  service: 'Ce qu’on peut y faire',
  frais: 'Combien cela coûte',
  acces: 'Comment venir',
  accompagnement: 'Comment on vous aide',
  public: 'Publics accueillis en particulier',
  prise_en_charge: 'Prise en charge adaptée',
  label: 'Réseaux',
  formation: 'Formations et labels',
}
