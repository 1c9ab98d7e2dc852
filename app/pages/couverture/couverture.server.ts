import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { absentsDe, type Contexte } from '#app/domain/couverture/contexte.ts'
import { tableauHeures } from '#app/domain/couverture/heures.ts'
import { indicateurOf, type Maille } from '#app/domain/couverture/indicateurs.ts'
import { tableauRuralite, tableauRuraliteNombres, tableauRuraliteTaux } from '#app/domain/couverture/ruralite.ts'
import { tableauCouverture, tableauIndicateur } from '#app/domain/couverture/tableaux.ts'
import {
  type Distances,
  tableauCourbe,
  tableauDistance,
  tableauDistanceTerritoires,
  tableauEloignees,
  tableauSansLieu,
} from '#app/domain/couverture/tableaux-distance.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import type { ChoixCouverture } from '#app/pages/couverture/parametres.ts'
import type { Db } from '#db/connect.server.ts'
import { type Couverture, couvertureOf, territoiresOf } from '#db/couverture.server.ts'
import { rememberChoice } from '#db/memoire.server.ts'
import { datesOf, listSources, metaOf } from '#db/sources.server.ts'

/** Every table of the page, in its order. */
export function tableauxOf(db: Db, { maille, niveaux, indicateur }: ChoixCouverture) {
  return rememberChoice(db, { maille, niveaux, indicateur }, makeTableaux)
}

function makeTableaux(db: Db, { maille, niveaux, indicateur }: Omit<ChoixCouverture, 'classes'>) {
  const contexte = contexteOf(db, { maille, niveaux })
  const couverture = couvertureOf(db)
  const territoires = territoiresOf(couverture, maille)
  const distances = distancesOf(couverture, maille)
  const absents = absentsDe(contexte)
  const lu = (tableau: Tableau) => sansAbsents(tableau, absents)
  const sansLieu = tableauSansLieu(couverture.departements, contexte)
  return {
    contexte,
    couverture,
    territoires,
    courbeEnTrois: tableauCourbe(distances, { ...contexte, niveaux: false }),
    tableaux: {
      indicateur: lu(tableauIndicateur(territoires, indicateurOf(indicateur), contexte)),
      couverture: lu(tableauCouverture(territoires, contexte)),
      ruralite: lu(tableauRuralite(territoires, contexte)),
      taux: lu(tableauRuraliteTaux(territoires, contexte)),
      nombres: lu(tableauRuraliteNombres(territoires, contexte)),
      heures: lu(tableauHeures(territoires, contexte)),
      distance: lu(tableauDistance(distances, contexte)),
      courbe: lu(tableauCourbe(distances, contexte)),
      territoires: lu(tableauDistanceTerritoires(distances, contexte)),
      eloignees: lu(tableauEloignees(distances, contexte)),
      sansLieu: sansLieu && lu(sansLieu),
    },
  }
}

function contexteOf(db: Db, { maille, niveaux }: Pick<ChoixCouverture, 'maille' | 'niveaux'>): Contexte {
  const courantes = listSources(db).filter(({ courante }) => courante)
  const of = (kind: string) => courantes.filter((source) => source.kind === kind)
  return {
    ...{ maille, niveaux, ruraliteEstimee: metaOf(db).ruraliteEstimee },
    dates: datesOf(db),
    sources: {
      ...{ structures: of('structures'), lieux: of('lieux'), 'france-services': of('france-services') },
      ...{ communes: of('communes'), densite: of('densite') },
    },
  }
}

function distancesOf(couverture: Couverture, maille: Maille): Distances {
  const { communes, departements, regions, postes } = couverture
  const regionOf = new Map(
    regions.flatMap(({ code, cellules }) => cellules.map(({ departement }) => [departement, code] as const)),
  )
  const territoireDe = (departement: string) =>
    maille === 'region' ? (regionOf.get(departement) ?? departement) : departement
  return { communes, departements, territoires: territoiresOf(couverture, maille), territoireDe, postes, nomEpci }
}
