import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { chance, pickWeighted, type Random, someOf } from '#scripts/demo/random.ts'

type Offer =
  | 'services'
  | 'publics_specifiquement_adresses'
  | 'prise_en_charge_specifique'
  | 'frais_a_charge'
  | 'formations_labels'
  | 'autres_formations_labels'
  | 'modalites_acces'
  | 'modalites_accompagnement'
  | 'itinerance'

// How often each value of a list is stated, in the order of the standard's own lists.
const SERVICES = [0.62, 0.94, 0.42, 0.55, 0.24, 0.3, 0.38, 0.52, 0.08]
const PUBLICS = [0.7, 0.35, 0.6, 0.85, 0.2]
const CARE = [0.25, 0.35, 0.2, 0.6, 0.4, 0.2, 0.15]
const ACCESS = [0.82, 0.66, 0.36, 0.14, 0.01, 0.06]
const SUPPORT = [0.5, 0.94, 0.62, 0.12]
const TRAININGS = [0.6, 0.08, 0.06, 0.04, 0.06, 0.14, 0.02, 0.02, 0.12, 0.08]

function list(random: Random, values: readonly string[], shares: number[]): string {
  return someOf(
    random,
    values.map((value, i) => [value, shares[i] ?? 0] as const),
  ).join('|')
}

function sometimes(random: Random, share: number, invent: () => string): string {
  return chance(random, share) ? invent() : ''
}

/** What a place offers, in the standard's words; a field left empty is unknown, as in the real files. */
export function inventOffer(random: Random, moves: boolean): Record<Offer, string> {
  return {
    services: sometimes(random, 0.96, () => list(random, CHAMPS.service.values, SERVICES)),
    publics_specifiquement_adresses: sometimes(random, 0.3, () => list(random, CHAMPS.public.values, PUBLICS)),
    prise_en_charge_specifique: sometimes(random, 0.18, () => list(random, CHAMPS.prise_en_charge.values, CARE)),
    frais_a_charge: pickWeighted(random, [
      ['Gratuit', 91],
      ['Gratuit sous condition', 4],
      ['Gratuit|Payant', 1],
      ['Payant', 1],
      ['', 3],
    ]),
    formations_labels: sometimes(random, 0.1, () => list(random, CHAMPS.formation.values, TRAININGS)),
    autres_formations_labels: sometimes(random, 0.03, () => 'Label Numérique d’Exemple'),
    modalites_acces: sometimes(random, 0.9, () => list(random, CHAMPS.acces.values, ACCESS)),
    modalites_accompagnement: sometimes(random, 0.93, () => list(random, CHAMPS.accompagnement.values, SUPPORT)),
    itinerance: moves
      ? 'Itinérant'
      : pickWeighted(random, [
          ['Fixe', 58],
          ['', 35],
          ['Itinérant', 4],
          ['Itinérant|Fixe', 3],
        ]),
  }
}
