import { sql } from 'drizzle-orm'
import { type Comptes, groupBy, sumComptes } from '#app/domain/couverture/comptes.ts'
import {
  estimateRuralite,
  type Kind,
  type Precision,
  type Reseau,
  type Ruralite,
  type Severity,
} from '#app/domain/vocabulary.ts'
import { cellules } from './comptes.server.ts'
import type { Db } from './connect.server.ts'
import { anomalie, anomalieCode, commune, lieu, source, structure } from './schema.ts'

/** How places and employers were matched. The four kinds of places sum to `lieux`. */
export type Rapprochement = {
  lieux: number
  /** Same SIRET. */
  siret: number
  /** Same SIREN in the department: probable. */
  siren: number
  /** With an identifier that no employer of the file has. */
  inconnus: number
  sansIdentifiant: number
  structures: number
  structuresAvecLieu: number
  /** Posts validated of the employers without a known place. */
  postesSansLieu: number
}

/** What was said of the rows of a file, by code: how many cells, on how many rows. */
export type Correction = {
  kind: Kind
  titre: string
  date: string
  code: string
  severity: Severity
  phrase: string
  cellules: number
  lignes: number
}

const OF_NETWORK = sql`${lieu.reseau} = 'conseiller-numerique'`

export function rapprochementOf(db: Db): Rapprochement {
  const [row = []] = db.values<number[]>(sql`
    select count(*), ifnull(sum(${lieu.rapprochement} = 'siret'), 0), ifnull(sum(${lieu.rapprochement} = 'siren'), 0),
      ifnull(sum(${lieu.rapprochement} is null and (${lieu.siret} is not null or ${lieu.siren} is not null)), 0),
      ifnull(sum(${lieu.rapprochement} is null and ${lieu.siret} is null and ${lieu.siren} is null), 0)
    from ${lieu} where ${OF_NETWORK}`)
  const [employeurs = []] = db.values<number[]>(sql`
    select count(*), ifnull(sum(${structure.lieux} > 0), 0),
      ifnull(sum(case when ${structure.lieux} = 0 then ${structure.postes} end), 0) from ${structure} where ${structure.postes} > 0`)
  const [lieux = 0, siret = 0, siren = 0, inconnus = 0, sansIdentifiant = 0] = row
  const [structures = 0, structuresAvecLieu = 0, postesSansLieu = 0] = employeurs
  return { lieux, siret, siren, inconnus, sansIdentifiant, structures, structuresAvecLieu, postesSansLieu }
}

/** Of the files in force, by file, the most frequent first. */
export function correctionsOf(db: Db): Correction[] {
  const rows = db.values<[Kind, string, string, string, Severity, string, number, number]>(sql`
    select ${source.kind}, ${source.titre}, ${source.millesime}, ${anomalie.code}, ${anomalieCode.severity},
      ${anomalieCode.phrase}, count(*) as cellules, count(distinct ${anomalie.line})
    from ${anomalie} join ${anomalieCode} on ${anomalieCode.code} = ${anomalie.code}
      join ${source} on ${source.id} = ${anomalie.sourceId}
    where ${source.courante} group by ${source.id}, ${anomalie.code}
    order by ${source.kind}, ${source.id}, cellules desc, ${anomalie.code}`)
  return rows.map(([kind, titre, date, code, severity, phrase, cellules, lignes]) => {
    return { kind, titre, date, code, severity, phrase, cellules, lignes }
  })
}

/** Places of conseillers numériques by how well their position is known. */
export function countByPrecision(db: Db): Map<Precision, number> {
  return new Map(
    db.values<[Precision, number]>(sql`select ${lieu.precision}, count(*) from ${lieu} where ${OF_NETWORK} group by 1`),
  )
}

/** Places by the class of their commune, posts validated by that of where they are placed, inhabitants by their own. */
export function comptesByRuralite(db: Db): Map<Ruralite, Comptes> {
  const classes = groupBy(cellules(db), ({ ruralite }) => ruralite)
  return new Map([...classes].map(([ruralite, own]) => [ruralite as Ruralite, sumComptes(own)]))
}

/** How often the class estimated from the population is that of the grid, 0 to 1. */
export type Accord = { communes: number; rural: number; trois: number; ruralHabitants: number; troisHabitants: number }

/** On the communes that the grid classes; null without a grid. */
export function accordEstimation(db: Db): Accord | null {
  const rows = db.values<[Ruralite, number]>(sql`
    select ${commune.ruralite}, ${commune.population} from ${commune} where ${commune.densite} is not null`)
  if (rows.length === 0) return null
  const habitants = rows.reduce((sum, [, population]) => sum + population, 0)
  const share = (agree: (real: Ruralite, estimated: Ruralite) => boolean) => {
    const same = rows.filter(([real, population]) => agree(real, estimateRuralite(population)))
    return [same.length / rows.length, same.reduce((sum, [, population]) => sum + population, 0) / habitants] as const
  }
  const [rural, ruralHabitants] = share((real, estimated) => (real === 'rural') === (estimated === 'rural'))
  const [trois, troisHabitants] = share((real, estimated) => real === estimated)
  return { communes: rows.length, rural, trois, ruralHabitants, troisHabitants }
}

/** What is missing from the files, and what was withheld. */
export type Manques = {
  lieux: number
  sansTelephone: number
  sansHoraires: number
  sansDate: number
  communesSansCentre: number
  population: number
  populationSansCentre: number
  /** E-mail addresses that seem to be a person's, left out of their column or of a text, in the files in force. */
  courrielsRetenus: number
}

export function manquesOf(db: Db): Manques {
  const [ofLieux = []] = db.values<number[]>(sql`
    select ifnull(sum(${lieu.telephone} is null), 0), ifnull(sum(${lieu.horaires} is null), 0),
      ifnull(sum(${lieu.dateMaj} is null), 0) from ${lieu} where ${OF_NETWORK}`)
  const [ofCommunes = []] = db.values<number[]>(sql`
    select ifnull(sum(${commune.lat} is null), 0),
      ifnull(sum(case when ${commune.lat} is null then ${commune.population} end), 0) from ${commune}`)
  const [[courrielsRetenus] = [0]] = db.values<[number]>(sql`
    select count(*) from ${anomalie} join ${source} on ${source.id} = ${anomalie.sourceId}
    where ${anomalie.code} in ('courriel.personnel', 'texte.courriel_personnel') and ${source.courante}`)
  const { lieux, population } = sumComptes(cellules(db))
  const [sansTelephone = 0, sansHoraires = 0, sansDate = 0] = ofLieux
  const [communesSansCentre = 0, populationSansCentre = 0] = ofCommunes
  const counts = { communesSansCentre, population, populationSansCentre }
  return { lieux, sansTelephone, sansHoraires, sansDate, ...counts, courrielsRetenus }
}

/** Places of a network. */
export function countOf(db: Db, reseau: Reseau): number {
  const [[nombre] = [0]] = db.values<[number]>(sql`select count(*) from ${lieu} where ${lieu.reseau} = ${reseau}`)
  return nombre
}
