import { hrefCouverture } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import type { Serie } from '#app/dessin/courbe-distance.tsx'
import { chiffresOf } from '#app/domain/couverture/comptes.ts'
import { absentsDe } from '#app/domain/couverture/contexte.ts'
import { FIGURES } from '#app/domain/couverture/indicateurs.ts'
import { phraseIndicateur, phraseNationale, phrasesDistance, phrasesRuralite } from '#app/domain/couverture/phrases.ts'
import { titreIndicateur } from '#app/domain/couverture/tableaux.ts'
import { isInconnu, phrasesAbsents } from '#app/domain/fichier-absent.ts'
import type { Tableau } from '#app/domain/tableau.ts'
import { readDemande, refuseTri, tableauxOf } from './couverture.server.ts'

/** Everything that the page shows, as plain objects. */
export function pageOf({ db, publicUrl }: AppContext, params: URLSearchParams) {
  const { demande, errors } = readDemande(params)
  const { contexte, couverture, territoires, courbeEnTrois, tableaux } = tableauxOf(db, demande)
  const triRefuse = refuseTri(tableauxDe(tableaux), demande.trier)
  const { indicateur, maille, niveaux, classes, trier } = triRefuse === null ? demande : { ...demande, trier: null }
  const absents = absentsDe(contexte)
  const inconnu = isInconnu(indicateur.cle, absents)
  const choix = { indicateur: indicateur.cle, maille, niveaux, classes }
  return {
    errors: triRefuse === null ? errors : [...errors, triRefuse],
    choix,
    trier,
    titreIndicateur: titreIndicateur(indicateur, contexte),
    phrases: {
      nationale: phraseNationale(couverture.cellules, contexte),
      indicateur: phraseIndicateur(territoires, indicateur, contexte),
      ruralite: phrasesRuralite(couverture.cellules, contexte),
      distance: phrasesDistance(couverture.cellules, contexte),
    },
    manques: phrasesAbsents(absents),
    tableaux,
    series: seriesOf(courbeEnTrois),
    /** By the code of the territory: what the map draws. */
    valeurs: Object.fromEntries(
      territoires.map(({ code, cellules }) => [code, inconnu ? null : chiffresOf(cellules)[indicateur.cle]]),
    ),
    nature: FIGURES[indicateur.cle].nature,
    canonique: publicUrl + hrefCouverture({ ...choix, trier: null }),
    sources: [
      ...contexte.sources.lieux,
      ...contexte.sources.structures,
      ...contexte.sources.communes,
      ...contexte.sources.densite,
    ],
    vuLe: new Date().toISOString().slice(0, 10),
  }
}

export function tableauxDe(tableaux: ReturnType<typeof tableauxOf>['tableaux']): Tableau[] {
  return Object.values(tableaux).filter((tableau) => tableau !== null)
}

/** The classes of the curve that a drawing can tell apart: three, never those without a class. */
export function seriesOf(courbe: Tableau): Serie[] {
  const tracees = courbe.colonnes.filter(({ cle }) => ['rural', 'intermediaire', 'urbain'].includes(cle))
  return tracees.map(({ cle, nom }) => ({
    nom,
    parts: courbe.lignes.map(({ valeurs }) => valeurs[cle] as number | null),
  }))
}
