import { leDepartement } from '#app/domain/departement-nom.ts'
import { sansAbsents } from '#app/domain/fichier-absent.ts'
import { formatDate, formatNombre } from '#app/domain/format.ts'
import type { Ligne, Tableau } from '#app/domain/tableau.ts'
import { RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import {
  COLONNES_DISTANCE,
  COLONNES_LIEUX,
  colonnesPostes,
  estimation,
  NOTE_DISTANCE,
  NOTE_POSTES,
  SOURCES_LIEUX,
  SOURCES_POSTES,
  SOURCES_TOUTES,
  sourcesDes,
  valeursOf,
} from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { postesPour10000 } from '#db/departements.server.ts'
import { fichiersAbsents, postesSource } from '#db/sources.server.ts'
import { type Chiffres, type ChiffresDepartement, chiffresEnsemble } from '#db/territoires.server.ts'

const TERRITOIRE = { cle: 'nom', nom: 'Territoire', nature: 'texte' } as const

/** A department beside France: its places and how near they are, then its posts. */
export function tableauxCompares(db: Db, departement: ChiffresDepartement): Tableau[] {
  const national = chiffresEnsemble(db)
  const lignes = [ligneOf(leDepartement(departement), departement), ligneOf('France', national)]
  const postesAu = postesSource(db)?.date
  const lieux: Tableau = {
    id: 'lieux',
    titre: 'Lieux d’accueil et distances',
    colonnes: [TERRITOIRE, ...COLONNES_LIEUX, ...COLONNES_DISTANCE],
    lignes,
    notes: [NOTE_DISTANCE, ...noteCalcul(departement)],
    sources: sourcesDes(db, SOURCES_LIEUX),
  }
  const absents = fichiersAbsents(db)
  if (postesAu === undefined) return [sansAbsents(lieux, absents)]
  const postes: Tableau = {
    id: 'postes',
    titre: `Postes validés au ${formatDate(postesAu)}`,
    colonnes: [TERRITOIRE, ...colonnesPostes('')],
    lignes,
    notes: [NOTE_POSTES, 'Un employeur est compté une fois, dans un seul département.'],
    sources: sourcesDes(db, SOURCES_POSTES),
  }
  return [sansAbsents(lieux, absents), postes]
}

function ligneOf(nom: string, chiffres: Chiffres): Ligne {
  return { valeurs: { ...valeursOf(chiffres), nom } }
}

function noteCalcul({ part_calculee: calculee }: Chiffres): string[] {
  if (calculee === 1 || calculee === 0) return []
  const part = formatNombre(Math.floor(calculee * 1000) / 10)
  return [`Distances calculées sur ${part} % de la population : le centre des autres communes n’est pas connu.`]
}

/** The four classes of a department: places by the place, posts by the employer's seat; they sum to its figures. */
export function tableauRuralite(db: Db, { nom, code, ruralites, ...total }: ChiffresDepartement): Tableau {
  const estimee = estimation(db)
  const postesAu = postesSource(db)?.date
  const lignes = RURALITES.filter((classe) => Object.values(ruralites[classe]).some((n) => n > 0))
  const tableau: Tableau = {
    id: 'ruralite',
    titre: `Selon la ruralité${estimee}`,
    colonnes: [
      { cle: 'nom', nom: `Type de commune${estimee}`, nature: 'texte' },
      ...COLONNES_LIEUX,
      {
        cle: 'postes',
        nom: `Postes validés${postesAu ? ` au ${formatDate(postesAu)}` : ''}, par siège`,
        nature: 'nombre',
      },
      { cle: 'postes_pour_10000', nom: 'Postes pour 10 000 habitants, par siège', nature: 'taux' },
    ],
    lignes: lignes.map((classe) => {
      const { population, lieux, postes } = ruralites[classe]
      const [lieux_pour_10000, postes_pour_10000] = [
        postesPour10000(lieux, population),
        postesPour10000(postes, population),
      ]
      return {
        valeurs: { nom: RURALITE_LABELS[classe], population, lieux, lieux_pour_10000, postes, postes_pour_10000 },
      }
    }),
    total: { valeurs: { ...valeursOf({ ...total, ruralites }), nom: leDepartement({ code, nom }) } },
    notes: [
      'Les lieux sont comptés là où l’on reçoit, les postes au siège de l’employeur. Une communauté de communes dont le siège est en ville peut recevoir à la campagne : les deux ne disent pas la même chose.',
      ...(estimee ? ['Estimation d’après le nombre d’habitants, faute de la grille de densité de l’Insee.'] : []),
    ],
    sources: sourcesDes(db, SOURCES_TOUTES),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}
