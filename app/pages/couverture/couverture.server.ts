import { METHODES, type Methode } from '#app/domain/choropleth-classes.ts'
import { absentsDe, type Contexte } from '#app/domain/couverture/contexte.ts'
import {
  INDICATEUR_PAR_DEFAUT,
  INDICATEURS,
  type Indicateur,
  indicateurOf,
  MAILLES,
  type Maille,
} from '#app/domain/couverture/indicateurs.ts'
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
import { sansAbsents } from '#app/domain/fichier-absent.ts'
import { readTri, type Tableau } from '#app/domain/tableau.ts'
import type { Db } from '#db/connect.server.ts'
import { type Couverture, couvertureOf, territoiresOf } from '#db/couverture.server.ts'
import { listSources, metaOf } from '#db/sources.server.ts'

/** What a URL of the page asks. */
export type Demande = {
  indicateur: Indicateur
  maille: Maille
  niveaux: boolean
  classes: Methode
  trier: string | null
}

/** What the URL asks, and a sentence for each value that means nothing, which is then left out. */
export function readDemande(params: URLSearchParams): { demande: Demande; errors: string[] } {
  const errors: string[] = []
  const read = <T>(nom: string, valeurs: readonly string[], of: (valeur: string) => T | null | undefined): T | null => {
    const valeur = params.get(nom)
    if (valeur === null || valeur === '') return null
    const found = of(valeur)
    if (found === null || found === undefined) errors.push(refus(nom, valeur, valeurs))
    return found ?? null
  }
  const cles = INDICATEURS.map(({ cle }) => cle)
  const demande = {
    indicateur: read('indicateur', cles, indicateurOf) ?? INDICATEUR_PAR_DEFAUT,
    maille: read('maille', MAILLES, (valeur) => MAILLES.find((maille) => maille === valeur)) ?? 'departement',
    niveaux: read('niveaux', ['7'], (valeur) => (valeur === '7' ? true : null)) ?? false,
    classes: read('classes', METHODES, (valeur) => METHODES.find((methode) => methode === valeur)) ?? 'quantiles',
    trier: params.get('trier') || null,
  }
  return { demande, errors }
}

function refus(nom: string, valeur: string, valeurs: readonly string[]): string {
  const vue = valeur.length > 40 ? `${valeur.slice(0, 40)}…` : valeur
  return `Le paramètre « ${nom} » ne connaît pas « ${vue} ». Valeurs possibles : ${valeurs.join(', ')}.`
}

/** Every table of the page, in its order. */
export function tableauxOf(db: Db, demande: Demande) {
  const contexte = contexteOf(db, demande)
  const couverture = couvertureOf(db)
  const territoires = territoiresOf(couverture, demande.maille)
  const distances = distancesOf(couverture, demande.maille)
  const absents = absentsDe(contexte)
  const lu = (tableau: Tableau) => sansAbsents(tableau, absents)
  const sansLieu = tableauSansLieu(couverture.departements, contexte)
  return {
    contexte,
    couverture,
    territoires,
    courbeEnTrois: tableauCourbe(distances, { ...contexte, niveaux: false }),
    tableaux: {
      indicateur: lu(tableauIndicateur(territoires, demande.indicateur, contexte)),
      couverture: lu(tableauCouverture(territoires, contexte)),
      ruralite: lu(tableauRuralite(territoires, contexte)),
      taux: lu(tableauRuraliteTaux(territoires, contexte)),
      nombres: lu(tableauRuraliteNombres(territoires, contexte)),
      distance: lu(tableauDistance(distances, contexte)),
      courbe: lu(tableauCourbe(distances, contexte)),
      territoires: lu(tableauDistanceTerritoires(distances, contexte)),
      eloignees: lu(tableauEloignees(distances, contexte)),
      sansLieu: sansLieu && lu(sansLieu),
    },
  }
}

/** The sentence that refuses an order that no table knows; null when one does. */
export function refuseTri(tableaux: readonly Tableau[], trier: string | null): string | null {
  if (trier === null || tableaux.some((tableau) => readTri(tableau, trier))) return null
  return refus('trier', trier, [...new Set(tableaux.flatMap(({ colonnes }) => colonnes.map(({ cle }) => cle)))])
}

function contexteOf(db: Db, { maille, niveaux }: Demande): Contexte {
  const courantes = listSources(db).filter(({ courante }) => courante)
  const of = (kind: string) => courantes.filter((source) => source.kind === kind)
  return {
    ...{ maille, niveaux, ruraliteEstimee: metaOf(db).ruraliteEstimee },
    sources: { structures: of('structures'), lieux: of('lieux'), communes: of('communes'), densite: of('densite') },
  }
}

function distancesOf(couverture: Couverture, maille: Maille): Distances {
  const { communes, departements, regions } = couverture
  const regionOf = new Map(
    regions.flatMap(({ code, cellules }) => cellules.map(({ departement }) => [departement, code] as const)),
  )
  const territoireDe = (departement: string) =>
    maille === 'region' ? (regionOf.get(departement) ?? departement) : departement
  return { communes, departements, territoires: territoiresOf(couverture, maille), territoireDe }
}
