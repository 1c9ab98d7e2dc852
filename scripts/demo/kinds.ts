import type { Employer, Nature } from '#scripts/demo/employers.ts'
import { pick, pickWeighted, type Random } from '#scripts/demo/random.ts'
import type { CommuneDemo } from '#scripts/demo/territory.ts'
import { ASSOCIATIONS, NATURE, ofName, VALLEYS } from '#scripts/demo/words.ts'

export type Kind = { nom: (random: Random, commune: CommuneDemo) => string; typologie: string; is: string }

const named =
  (...starts: string[]) =>
  (random: Random) =>
    `${pick(random, starts)} ${pick(random, NATURE)}`
const inTown = (start: string) => (_: Random, commune: CommuneDemo) => `${start} ${ofName(commune.nom)} (exemple)`

export const KINDS = {
  mediatheque: { nom: named('Médiathèque', 'Bibliothèque'), typologie: 'BIB', is: 'bibliothèque' },
  franceServices: {
    nom: (random) => `${pick(random, ['Espace France services', 'Maison France services'])} ${pick(random, VALLEYS)}`,
    typologie: 'RFS',
    is: 'maison de services',
  },
  mairie: { nom: inTown('Mairie'), typologie: 'MUNI', is: 'mairie' },
  ccas: { nom: inTown('CCAS'), typologie: 'CCAS', is: 'centre communal d’action sociale' },
  centreSocial: { nom: named('Centre social', 'Espace de vie sociale', 'MJC'), typologie: 'CS', is: 'centre social' },
  tiersLieu: { nom: named('Tiers-lieu', 'La Fabrique', 'L’Atelier'), typologie: 'TIERS_LIEUX', is: 'tiers-lieu' },
  espaceNumerique: {
    nom: named('Espace public numérique', 'Cyber-base', 'Point numérique'),
    typologie: 'ASSO',
    is: 'espace numérique',
  },
  association: {
    nom: (random, commune) => `${pick(random, ASSOCIATIONS)} ${ofName(commune.nom)}`,
    typologie: 'ASSO',
    is: 'association',
  },
  maison: { nom: named('Maison des associations', 'Maison de quartier'), typologie: 'MQ', is: 'maison de quartier' },
  solidarites: { nom: named('Maison des solidarités'), typologie: 'MDS', is: 'maison des solidarités' },
  missionLocale: { nom: (random) => `Mission locale ${pick(random, VALLEYS)}`, typologie: 'ML', is: 'mission locale' },
  bus: { nom: (random) => `Bus numérique ${pick(random, VALLEYS)}`, typologie: 'EPCI', is: 'bus itinérant' },
} satisfies Record<string, Kind>

type KindName = keyof typeof KINDS

const BY_NATURE: Record<Nature | 'inconnu', [KindName, number][]> = {
  commune: [
    ['mairie', 34],
    ['mediatheque', 32],
    ['espaceNumerique', 12],
    ['franceServices', 12],
    ['maison', 10],
  ],
  epci: [
    ['franceServices', 38],
    ['mediatheque', 30],
    ['mairie', 12],
    ['tiersLieu', 12],
    ['bus', 8],
  ],
  departement: [
    ['solidarites', 50],
    ['franceServices', 25],
    ['mediatheque', 15],
    ['bus', 10],
  ],
  ccas: [
    ['ccas', 75],
    ['maison', 15],
    ['centreSocial', 10],
  ],
  syndicat: [
    ['franceServices', 45],
    ['tiersLieu', 35],
    ['bus', 20],
  ],
  association: [
    ['association', 30],
    ['espaceNumerique', 26],
    ['tiersLieu', 22],
    ['centreSocial', 14],
    ['maison', 8],
  ],
  'centre-social': [
    ['centreSocial', 90],
    ['maison', 10],
  ],
  'mission-locale': [['missionLocale', 100]],
  inconnu: [
    ['franceServices', 28],
    ['mediatheque', 26],
    ['mairie', 20],
    ['espaceNumerique', 14],
    ['tiersLieu', 12],
  ],
}

/** What the place is, given who employs the advisor (null: nobody knows). */
export function inventKind(random: Random, employer: Employer | null): Kind {
  return KINDS[pickWeighted(random, BY_NATURE[employer?.nature ?? 'inconnu'])]
}
