import type { Reseau } from '#app/domain/vocabulary.ts'

/** How a place of each network is named, and what must be said of one where no advisor is known to be. */
export const RESEAU: Record<Reseau, { sujet: string; nature: string | null }> = {
  'conseiller-numerique': { sujet: 'Conseiller numérique', nature: null },
  'france-services': {
    sujet: 'France services',
    nature: 'France services : aide aux démarches. Nous ne savons pas si un conseiller numérique y reçoit.',
  },
  autre: {
    sujet: 'Lieu de médiation numérique',
    nature: 'Lieu de médiation numérique. Nous ne savons pas si un conseiller numérique y reçoit.',
  },
}

/** The subject of a message about a place. */
export function sujetDe({ reseau, nom }: { reseau: Reseau; nom: string }): string {
  return `${RESEAU[reseau].sujet} : ${nom}`
}
