import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { type Connus, NOTES } from '#app/domain/chiffres/table.ts'
import type { Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { part, pour10000 } from '#app/domain/chiffres/taux.ts'
import { connusOf } from '#app/domain/couverture/comptes.ts'
import { leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import {
  COLONNES_TERRITOIRE,
  colonnesLieux,
  colonnesPostes,
  SOURCES_TOUTES,
  sourcesDes,
} from '#app/pages/commun/territoires.server.ts'
import { tableauEmployeurs } from '#app/pages/territoires/departement/listes.server.ts'
import { cellulesParEpci } from '#db/comptes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import type { CommuneComplete } from '#db/territoires/communes.server.ts'
import { employeursDeCommune } from '#db/territoires/employeurs.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'

/** The tables of a commune: its figures beside its department's and France's, the employers that have posts in it. */
export function tableauxDeCommune(db: Db, commune: CommuneComplete, limit: number): Tableau[] {
  const employeurs = employeursDeCommune(db, commune.departementCode, commune.code)
  const liste = employeurs.length > 0 ? [tableauEmployeurs(db, employeurs, commune.nom, limit)] : []
  return [tableauChiffres(db, commune), ...liste]
}

/** Posts validated that are placed in a commune. */
export function postesDeCommune(db: Db, { code, departementCode }: CommuneComplete): number {
  return employeursDeCommune(db, departementCode, code).reduce((sum, { postes }) => sum + postes, 0)
}

/** Of these, those whose employer has a known place. */
export function postesSituesDeCommune(db: Db, { code, departementCode }: CommuneComplete): number {
  const situes = employeursDeCommune(db, departementCode, code).filter(({ lieux }) => lieux > 0)
  return situes.reduce((sum, { postes }) => sum + postes, 0)
}

function ligneEpci(db: Db, epci: string | null): Ligne[] {
  const cellules = epci === null ? undefined : cellulesParEpci(db).get(epci)
  if (epci === null || cellules === undefined) return []
  return [{ href: `/epci/${epci}`, valeurs: { ...connusOf(cellules), nom: nomEpci(epci) ?? epci, code: epci } }]
}

function tableauChiffres(db: Db, commune: CommuneComplete): Tableau {
  const dates = datesOf(db)
  const postes = dates.structures === null ? [] : colonnesPostes(dates)
  const departement = chiffresDesDepartements(db).find(({ code }) => code === commune.departementCode)
  const connus = departement && connusOf(departement.cellules)
  const lignes: Ligne[] = [{ valeurs: valeursDeCommune(db, commune, connus) }, ...ligneEpci(db, commune.epciCode)]
  if (departement) {
    const { code } = departement
    lignes.push({ href: `/departements/${code}`, valeurs: { ...connus, nom: leDepartement(departement), code } })
  }
  lignes.push({ href: '/departements', valeurs: { ...chiffresEnsemble(db), nom: 'France', code: null } })
  const tableau: Tableau = {
    id: 'chiffres',
    titre: `${commune.nom}, son intercommunalité, son département et la France`,
    colonnes: [...COLONNES_TERRITOIRE, ...colonnesLieux(dates), ...postes],
    lignes,
    notes: postes.length === 0 ? [] : [NOTES.postes, NOTES.situes, NOTE_EMPLOYEURS],
    sources: sourcesDes(db, SOURCES_TOUTES),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

const NOTE_EMPLOYEURS =
  'Un employeur qui a des postes dans plusieurs départements est compté dans un seul de ces départements, mais dans chacune de ses communes.'

/** `connus`: what is known of its department; of a department that a file says nothing of, nothing is of a commune. */
function valeursDeCommune(db: Db, commune: CommuneComplete, connus: Connus | undefined): Ligne['valeurs'] {
  const { nom, code, population, lieux } = commune
  const postes = postesDeCommune(db, commune)
  const situes = postesSituesDeCommune(db, commune)
  const chiffres: Connus = {
    ...{ 'postes-situes': situes, 'part-postes-situes': part(situes, postes) },
    population,
    lieux,
    'lieux-10000': pour10000(lieux, population),
    postes,
    'postes-10000': pour10000(postes, population),
    structures: employeursDeCommune(db, commune.departementCode, commune.code).length,
  }
  const cles = Object.keys(chiffres) as (keyof Connus)[]
  const dits = cles.map((cle) => [cle, connus?.[cle] === null ? null : chiffres[cle]])
  return { nom, code, ...Object.fromEntries(dits) }
}
