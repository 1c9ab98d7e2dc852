import { dater } from '#app/domain/chiffres/dates.ts'
import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { type Connus, NOTES } from '#app/domain/chiffres/table.ts'
import type { Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonneDe, colonnesDe, nomDe, noteCalcul } from '#app/domain/chiffres.ts'
import { chiffresOf, connusOf, sumComptes } from '#app/domain/couverture/comptes.ts'
import { leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import {
  COLONNES_TERRITOIRE,
  colonnesLieux,
  colonnesPostes,
  estimation,
  SOURCES_LIEUX,
  SOURCES_POSTES,
  SOURCES_TOUTES,
  sourcesDes,
} from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { type ChiffresDepartement, chiffresEnsemble } from '#db/territoires.server.ts'

const DISTANCES = ['a-5-km', 'a-10-km', 'a-20-km', 'ou-fs-10-km'] as const

/** A department beside France: its places and how near they are, then its posts. */
export function tableauxCompares(db: Db, departement: ChiffresDepartement): Tableau[] {
  const national = chiffresEnsemble(db)
  const lignes = [
    ligneOf(leDepartement(departement), connusOf(departement.cellules), departement.code),
    ligneOf('France', national, null),
  ]
  const dates = datesOf(db)
  const lieux: Tableau = {
    id: 'lieux',
    titre: dater('Lieux d’accueil {connus}, et distances', dates),
    colonnes: [...COLONNES_TERRITOIRE, ...colonnesLieux(dates), ...colonnesDe(DISTANCES, dates)],
    lignes,
    notes: [NOTES.distance, ...noteCalcul(departement.chiffres)],
    sources: sourcesDes(db, SOURCES_LIEUX),
  }
  const absents = fichiersAbsents(db)
  if (dates.structures === null) return [sansAbsents(lieux, absents)]
  const postes: Tableau = {
    id: 'postes',
    titre: nomDe('postes', dates),
    colonnes: [...COLONNES_TERRITOIRE, ...colonnesPostes(dates)],
    lignes,
    notes: [NOTES.postes, NOTES.situes, 'Un employeur est compté une fois, dans un seul département.'],
    sources: sourcesDes(db, SOURCES_POSTES),
  }
  return [sansAbsents(lieux, absents), postes]
}

function ligneOf(nom: string, chiffres: Connus, code: string | null): Ligne {
  return { valeurs: { ...chiffres, nom, code } }
}

/** The four classes of a department: places by the place, posts by the employer's seat; they sum to its figures. */
export function tableauRuralite(db: Db, departement: ChiffresDepartement): Tableau {
  return tableauParClasse(db, { ...departement, nom: leDepartement(departement) })
}

/** The same of any territory. */
export function tableauParClasse(
  db: Db,
  { nom, code, cellules: toutes }: Pick<ChiffresDepartement, 'nom' | 'code' | 'cellules'>,
): Tableau {
  const estimee = estimation(db)
  const dates = datesOf(db)
  const connus = connusOf(toutes)
  // Of a class, zero is counted; of a territory that a file says nothing of, nothing is.
  const connuesDe = (chiffres: Connus) =>
    Object.fromEntries(
      Object.entries(chiffres).map(([cle, valeur]) => [
        cle,
        connus[cle as keyof typeof connus] === null ? null : valeur,
      ]),
    )
  const classes = RURALITES.map((classe) => {
    const cellules = toutes.filter(({ ruralite }) => ruralite === classe)
    return { classe, cellules, total: sumComptes(cellules) }
  }).filter(({ total: { population, lieux, postes } }) => population + lieux + postes > 0)
  const tableau: Tableau = {
    id: 'ruralite',
    titre: dater(`Lieux d’accueil {connus} et postes {validés}, selon la ruralité${estimee}`, dates),
    colonnes: [
      { cle: 'nom', nom: `Type de commune${estimee}`, nature: 'texte' },
      { cle: 'code', nom: 'Code', nature: 'code', cachee: true },
      ...colonnesLieux(dates),
      ...(['postes', 'postes-10000'] as const).map((cle) => {
        const colonne = colonneDe(cle, dates)
        return { ...colonne, nom: `${colonne.nom}, par siège` }
      }),
    ],
    lignes: classes.map(({ classe, cellules, total: { population } }) => ({
      valeurs: { ...connuesDe(chiffresOf(cellules)), population, nom: RURALITE_LABELS[classe], code },
    })),
    total: ligneOf(nom, connus, code),
    notes: [
      'Les lieux sont comptés là où l’on reçoit, les postes au siège de l’employeur. Une communauté de communes dont le siège est en ville peut recevoir à la campagne : les deux ne disent pas la même chose.',
      ...(estimee ? ['Estimation d’après le nombre d’habitants, faute de la grille de densité de l’Insee.'] : []),
    ],
    sources: sourcesDes(db, SOURCES_TOUTES),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}
