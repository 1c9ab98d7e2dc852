import type { Db } from '#db/connect.server.ts'
import * as t from '#db/schema.ts'
import { databaseOf } from './database.ts'
import { insertTerritory } from './pays-territoire.ts'

type Row = Omit<typeof t.poste.$inferInsert, 'sourceId' | 'line'>
const row = (nom: string, siret: string | null, place: string, nombre: number, dateValidation?: string): Row => {
  const [departementCode = '', communeCode = '', ruralite = 'inconnue'] = PLACES[place]?.split(' ') ?? []
  return { nom, siret, departementCode, communeCode, ruralite, nombre, dateValidation } as Row
}
const PLACES: Record<string, string> = {
  Guéret: '23 23096 intermediaire',
  Aubusson: '23 23008 rural',
  Évaux: '23 23076 rural',
  Mende: '48 48095 intermediaire',
  Florac: '48 48061 rural',
  Paris: '75 75056 urbain',
  'Saint-Denis': '974 97411 inconnue',
}

/** 14 posts: six employers that can be followed, and a row without SIRET. */
const EN_2021 = [
  row('Agglo de Guéret', '10000000100011', 'Guéret', 3, '2021-03-24'),
  row('Florac', '10000000200019', 'Florac', 2, '2021-03-24'),
  row('Ville de Paris', '10000000300017', 'Paris', 4, '2021-04-14'),
  row('Association nomade', '10000000400015', 'Aubusson', 1, '2021-04-14'),
  row('Association partie', '10000000500012', 'Saint-Denis', 2, '2021-05-19'),
  row('Syndicat d’Évaux', '10000000600010', 'Évaux', 1, '2021-05-19'),
  row('Employeur non précisé', null, 'Paris', 1),
]

/** 5 posts: a list between the two. */
const EN_2022 = [
  row('Agglo de Guéret', '10000000100011', 'Guéret', 3, '2021-03-24'),
  row('Florac', '10000000200019', 'Florac', 2, '2021-03-24'),
]

/**
 * 18 posts. Guéret has one more and one in Aubusson, Florac as many, Paris one less; the association went to the
 * Lozère; Saint-Denis is gone; Évaux has another SIRET of the same SIREN; Mende is new; two posts have no SIRET.
 */
const EN_2023 = [
  row('Agglo de Guéret', '10000000100011', 'Guéret', 2, '2021-03-24'),
  row('Agglo de Guéret', '10000000100011', 'Aubusson', 2, '2022-01-12'),
  row('Florac', '10000000200019', 'Florac', 2, '2021-03-24'),
  row('Ville de Paris', '10000000300017', 'Paris', 3, '2021-04-14'),
  row('Association nomade', '10000000400015', 'Mende', 1, '2021-04-14'),
  row('Syndicat d’Évaux', '10000000600028', 'Évaux', 1, '2022-01-12'),
  row('Ville de Mende', '10000000700018', 'Mende', 5, '2023-04-05'),
  row('Employeur non précisé', null, 'Saint-Denis', 2),
]

/** 3 posts: those of Florac and of the nomads were withdrawn, and Paris is gone. */
const EN_2024 = [
  row('Agglo de Guéret', '10000000100011', 'Guéret', 3, '2021-03-24'),
  row('Florac', '10000000200019', 'Florac', 0, '2021-03-24'),
  row('Association nomade', '10000000400015', 'Mende', 0, '2021-04-14'),
]

const LISTES = { '2021-05-19': EN_2021, '2022-06-01': EN_2022, '2023-04-05': EN_2023, '2024-01-01': EN_2024 }
export type DateDeListe = keyof typeof LISTES

/** The small country with these lists of posts, and nothing else. */
export function paysEvolution(dates: DateDeListe[] = ['2021-05-19', '2023-04-05']): Db {
  const db = databaseOf({ ruralite: 'insee', demonstration: 'non' })
  insertTerritory(db)
  const last = dates.toSorted().at(-1)
  for (const [rang, date] of dates.entries()) {
    const id = rang + 1
    db.insert(t.source)
      .values({
        ...{ id, kind: 'structures', fichier: `s-${date}.csv`, titre: 'Structures validées', millesime: date },
        ...{ sha256: String(id).repeat(64), demonstration: false, courante: date === last, producteur: 'ANCT' },
        ...{ licence: 'Licence Ouverte 2.0', lues: 1, gardees: 1, rejetees: 0, corrigees: 0 },
      })
      .run()
    const rows = LISTES[date].map((one, line) => ({ ...one, sourceId: id, line: line + 2 }))
    db.insert(t.poste).values(rows).run()
  }
  return db
}
