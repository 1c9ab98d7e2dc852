import {
  type EmployeurLu,
  type FicheDeLieu,
  ficheOf,
  type LigneLue,
  sortFiches,
} from '#app/domain/collectivites/rapport.ts'
import { SUITS, VOIRS, type Voir } from '#app/domain/collectivites/vues.ts'
import { type Doublon, doublonsPossibles } from '#app/domain/rapport/doublons.ts'
import { lieuxDuTerritoire } from '#db/collectivites/lieux.server.ts'
import {
  countRejeteesSansTerritoire,
  lignesDesEmployeurs,
  lignesDesLieux,
  lignesRejetees,
} from '#db/collectivites/lignes.server.ts'
import type { TerritoireDeCollectivite } from '#db/collectivites/territoire.server.ts'
import type { Db } from '#db/connect.server.ts'
import { employeursDuTerritoire } from '#db/territoires/employeurs.server.ts'

export type Employeur = EmployeurLu & { lignes: LigneLue[] }

/** All that is said of a territory, whole: the page shows a part of it, the files the rest. */
export type RapportTerritoire = {
  fiches: FicheDeLieu[]
  doublons: Doublon<FicheDeLieu>[]
  employeurs: Employeur[]
  rejetees: LigneLue[]
  /** Rows of the whole country that could not be shown and that nothing places. */
  sansTerritoire: number
  compteurs: Record<Voir, number>
  postes: number
  /** Places of conseillers numériques: what the list and the map count. */
  lieux: number
}

/** @param today YYYY-MM-DD, for the age of each place. A handful of queries, however many places there are. */
export function rapportOf(db: Db, territoire: TerritoireDeCollectivite, today: string): RapportTerritoire {
  const lus = lieuxDuTerritoire(db, territoire)
  const lignes = lignesDesLieux(
    db,
    lus.map(({ numero }) => numero),
  )
  const fiches = sortFiches(lus.map((lieu) => ficheOf(lieu, lignes.get(lieu.numero) ?? [], today)))
  const comptees = fiches.filter(({ reseau }) => reseau === 'conseiller-numerique')
  const lignesPar = lignesDesEmployeurs(db, territoire)
  const employeurs = employeursDuTerritoire(db, territoire).map((one) => {
    return { ...one, lignes: lignesPar.get(one.id) ?? [] }
  })
  const doublons = doublonsPossibles(comptees)
  const rejetees = lignesRejetees(db, territoire)
  return {
    ...{ fiches, doublons, employeurs, rejetees },
    sansTerritoire: countRejeteesSansTerritoire(db),
    compteurs: countOf(fiches, { doublons, employeurs, rejetees }),
    postes: employeurs.reduce((sum, { postes }) => sum + postes, 0),
    lieux: comptees.length,
  }
}

function countOf(
  fiches: readonly FicheDeLieu[],
  { doublons, employeurs, rejetees }: Pick<RapportTerritoire, 'doublons' | 'employeurs' | 'rejetees'>,
): Record<Voir, number> {
  const count = (voir: Voir) => fichesOf(fiches, voir).length
  const compteurs = Object.fromEntries(VOIRS.map((voir) => [voir, count(voir)])) as Record<Voir, number>
  return {
    ...compteurs,
    'hors-carte': compteurs['hors-carte'] + rejetees.length,
    doublons: doublons.length,
    'sans-lieu': employeurs.filter(({ lieux }) => lieux === 0).length,
  }
}

/**
 * The places of a filtered list, in the order of the report; null: all. A row of another network is in the list of what
 * the map leaves out, and in no other: it is no place of a conseiller numérique.
 */
export function fichesOf(fiches: readonly FicheDeLieu[], voir: Voir | null): FicheDeLieu[] {
  const suits = voir === null ? () => true : SUITS[voir]
  if (suits === undefined) return []
  return fiches.filter((fiche) => (voir === 'hors-carte' || fiche.reseau === 'conseiller-numerique') && suits(fiche))
}
