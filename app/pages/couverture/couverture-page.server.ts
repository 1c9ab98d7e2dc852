import type { AppContext } from '#app/context.ts'
import type { Serie } from '#app/dessin/courbe-distance.tsx'
import { isInconnu, phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { CHIFFRES } from '#app/domain/chiffres/table.ts'
import { arrondiMontre, type Tableau } from '#app/domain/chiffres/tableau.ts'
import { titreDe } from '#app/domain/chiffres.ts'
import { chiffresOf, connusOf } from '#app/domain/couverture/comptes.ts'
import { absentsDe } from '#app/domain/couverture/contexte.ts'
import { indicateurOf } from '#app/domain/couverture/indicateurs.ts'
import {
  phraseIndicateur,
  phraseNationale,
  phraseSitues,
  phrasesDistance,
  phrasesRuralite,
} from '#app/domain/couverture/phrases.ts'
import { sourcesOf } from '#app/domain/couverture/tableaux.ts'
import { readTrier } from '#app/domain/parametres/trier.ts'
import { readParams } from '#app/domain/parametres.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { tableauxOf } from './couverture.server.ts'
import { COUVERTURE, hrefCouverture } from './parametres.ts'

/** Everything that the page shows, as plain objects. */
export function pageOf({ db, publicUrl }: AppContext, params: URLSearchParams) {
  const { values: choix, errors } = readParams(COUVERTURE, params)
  const { contexte, couverture, territoires, courbeEnTrois, tableaux } = tableauxOf(db, choix)
  const ordre = readTrier(tableauxDe(tableaux), params)
  const indicateur = indicateurOf(choix.indicateur)
  const absents = absentsDe(contexte)
  const inconnu = isInconnu(indicateur.cle, absents)
  const { nature } = CHIFFRES[indicateur.cle]
  return {
    errors: [...errors, ...ordre.errors],
    choix,
    trier: ordre.trier,
    titreIndicateur: titreDe(indicateur.cle, contexte.dates),
    phrases: {
      nationale: phraseNationale(couverture.cellules, contexte),
      situes: phraseSitues(chiffresOf(couverture.cellules), contexte.dates),
      indicateur: phraseIndicateur(territoires, indicateur, contexte),
      ruralite: phrasesRuralite(couverture.cellules, contexte),
      distance: phrasesDistance(couverture.cellules, contexte),
    },
    manques: phrasesAbsents(absents),
    tableaux,
    series: seriesOf(courbeEnTrois),
    /** By the code of the territory, as they are shown: what the map draws, whose classes never part equal figures. */
    valeurs: Object.fromEntries(
      territoires.map(({ code, cellules }) => {
        const valeur = connusOf(cellules)[indicateur.cle]
        return [code, inconnu || valeur === null ? null : arrondiMontre(nature, valeur)]
      }),
    ),
    nature,
    /** Of the map: those of its figure alone. */
    sourcesCarte: sourcesOf([indicateur.cle], contexte),
    canonique: publicUrl + hrefCouverture({ ...choix, trier: null }),
    sources: [
      ...contexte.sources.lieux,
      ...contexte.sources.structures,
      ...contexte.sources['france-services'],
      ...contexte.sources.communes,
      ...contexte.sources.densite,
    ],
    vuLe: aujourdhui(),
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
