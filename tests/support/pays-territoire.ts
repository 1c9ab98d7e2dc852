import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'

export const COMMUNES = [
  {
    code: '23096',
    nom: 'Guéret',
    departementCode: '23',
    population: 13000,
    densite: 3,
    ruralite: 'intermediaire',
    frr: 'FRR socle',
  },
  {
    code: '23008',
    nom: 'Aubusson',
    departementCode: '23',
    population: 3200,
    densite: 5,
    ruralite: 'rural',
    frr: 'FRR+',
  },
  {
    code: '23076',
    nom: 'Évaux-les-Bains',
    departementCode: '23',
    population: 1300,
    densite: 6,
    ruralite: 'rural',
    frr: 'FRR+',
  },
  {
    code: '48095',
    nom: 'Mende',
    departementCode: '48',
    population: 12000,
    densite: 3,
    ruralite: 'intermediaire',
    frr: null,
  },
  {
    code: '48061',
    nom: 'Florac Trois Rivières',
    departementCode: '48',
    population: 2000,
    densite: 6,
    ruralite: 'rural',
    frr: 'FRR socle',
  },
  {
    code: '75056',
    nom: 'Paris',
    departementCode: '75',
    population: 2000000,
    densite: 1,
    ruralite: 'urbain',
    frr: null,
  },
  {
    code: '97415',
    nom: 'Saint-Paul',
    departementCode: '974',
    population: 100000,
    densite: 2,
    ruralite: 'intermediaire',
    frr: null,
  },
  {
    code: '97411',
    nom: 'Saint-Denis',
    departementCode: '974',
    population: 150000,
    densite: null,
    ruralite: 'inconnue',
    frr: null,
  },
] as const

/** Regions, departments and communes of the small country. */
export function insertTerritory(db: Db): void {
  const regions = [
    ['75', 'Nouvelle-Aquitaine'],
    ['76', 'Occitanie'],
    ['11', 'Île-de-France'],
    ['04', 'La Réunion'],
  ] as const
  db.insert(t.region)
    .values(regions.map(([code, nom]) => ({ code, nom })))
    .run()
  const departements = [
    { code: '23', nom: 'Creuse', regionCode: '75', population: 115000 },
    { code: '48', nom: 'Lozère', regionCode: '76', population: 76000 },
    { code: '75', nom: 'Paris', regionCode: '11', population: 2000000 },
    // No inhabitants known: no rate can be given.
    { code: '974', nom: 'La Réunion', regionCode: '04', population: 0 },
  ]
  db.insert(t.departement).values(departements).run()
  db.insert(t.commune)
    .values(COMMUNES.map((c) => ({ ...c, ruraliteEstimee: false })))
    .run()
}
