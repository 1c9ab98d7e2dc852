import type { Point } from '../distance/distance.ts'
import { type Situes, situesOf } from '../distance/proche.ts'
import { memeTerre } from '../territoires/terre.ts'
import type { Ruralite } from '../vocabulary.ts'

/** Where something is counted. */
type Situe = { departement: string; ruralite: Ruralite }

/** One post validated. Its department is its row's own, its rurality that of the commune where the row is placed. */
export type Poste = Situe & {
  /** Index of its employer; null when the file does not say. */
  employeur: number | null
  /** Its row says that the employer is private; an employer may have rows of both kinds. */
  prive: boolean | null
  /** Its commune is classed FRR; null when that is unknown. */
  frr: boolean | null
}
export type Employeur = Situe
/** A place of conseillers numériques; `employeur` is null when none was matched with it, `lat` NaN without a position. */
export type LieuDuPays = Situe & Point & { numero: number; employeur: number | null }
/** `km`: great-circle distance of its centre to its nearest place, whose `numero` is `lieu`; null without a centre or a place. */
export type CommuneDuPays = Situe & {
  code: string
  nom: string
  population: number
  centre: Point | null
  km: number | null
  lieu: number | null
}

/** What a scenario looks at. Posts are in the order of the file, a row of three as three; places by latitude. */
export type Donnees = {
  postes: readonly Poste[]
  employeurs: readonly Employeur[]
  lieux: readonly LieuDuPays[]
  communes: readonly CommuneDuPays[]
}

/** The places that have a position, and their indexes in the list of places. */
export type LieuxSitues = Situes & { rangs: Int32Array }

/** The same, with what every scenario starts from. Indexes are those of the lists above. */
export type Pays = Donnees & {
  situes: LieuxSitues
  /** For each place, the communes whose nearest it is. */
  voisines: readonly (readonly number[])[]
  /** Km from each commune to its nearest place: NaN without a known centre, infinite without any place. */
  km: Float64Array
  /** 1 where a commune's nearest place is on its own territory: across the sea, it is no place of theirs to lose. */
  surPlace: Uint8Array
  /** For each commune, its nearest places, nearest first; filled when first asked for. */
  proches: (readonly number[] | undefined)[]
}

export function createPays(donnees: Donnees): Pays {
  const { lieux, communes } = donnees
  const rangOf = new Map(lieux.map(({ numero }, rang) => [numero, rang]))
  const voisines: number[][] = lieux.map(() => [])
  const surPlace = new Uint8Array(communes.length)
  for (const [rang, commune] of communes.entries()) {
    const lieu = commune.lieu === null ? undefined : rangOf.get(commune.lieu)
    if (lieu === undefined) continue
    voisines[lieu]?.push(rang)
    surPlace[rang] = isSurPlace(commune, lieux[lieu]) ? 1 : 0
  }
  const km = communes.map(({ centre, km }) => (centre === null ? Number.NaN : (km ?? Number.POSITIVE_INFINITY)))
  const situes = lieuxSitues(lieux, ({ lat }) => !Number.isNaN(lat))
  return { ...donnees, situes, voisines, km: Float64Array.from(km), surPlace, proches: new Array(communes.length) }
}

/** Those of the places, which are by latitude, that `holds`. */
export function lieuxSitues(
  lieux: readonly LieuDuPays[],
  holds: (lieu: LieuDuPays, rang: number) => boolean,
): LieuxSitues {
  const rangs = [...lieux.keys()].filter((rang) => holds(lieux[rang] as LieuDuPays, rang))
  return { ...situesOf(rangs.map((rang) => lieux[rang] as LieuDuPays)), rangs: Int32Array.from(rangs) }
}

/** No sea between the two. */
export function isSurPlace(commune: CommuneDuPays, lieu: LieuDuPays | undefined): boolean {
  return lieu !== undefined && memeTerre(lieu.departement, commune.departement)
}

/** The FRR file lists mainland France and the five overseas departments: elsewhere the class is unknown, not "none". */
export function connaitFrr(departement: string): boolean {
  return !/^9(75|77|78|8\d)$/.test(departement)
}
