import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import type { Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { pour10000 } from '#app/domain/chiffres/taux.ts'
import { NOTES } from '#app/domain/chiffres.ts'
import { leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { COLONNES_LIEUX, colonnesPostes, SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { tableauEmployeurs } from '#app/pages/territoires/departement/listes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { fichiersAbsents, postesSource } from '#db/sources.server.ts'
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

function tableauChiffres(db: Db, commune: CommuneComplete): Tableau {
  const postesAu = postesSource(db)?.date
  const postes = postesAu === undefined ? [] : colonnesPostes(postesAu)
  const departement = chiffresDesDepartements(db).find(({ code }) => code === commune.departementCode)
  const lignes: Ligne[] = [{ valeurs: valeursDeCommune(db, commune) }]
  if (departement) {
    const { code } = departement
    lignes.push({
      href: `/departements/${code}`,
      valeurs: { ...departement.chiffres, nom: leDepartement(departement) },
    })
  }
  lignes.push({ href: '/departements', valeurs: { ...chiffresEnsemble(db), nom: 'France' } })
  const tableau: Tableau = {
    id: 'chiffres',
    titre: `${commune.nom}, son département et la France`,
    colonnes: [{ cle: 'nom', nom: 'Territoire', nature: 'texte' }, ...COLONNES_LIEUX, ...postes],
    lignes,
    notes: postesAu === undefined ? [] : [NOTES.postes],
    sources: sourcesDes(db, SOURCES_TOUTES),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

function valeursDeCommune(db: Db, commune: CommuneComplete): Ligne['valeurs'] {
  const { nom, population, lieux } = commune
  const postes = postesDeCommune(db, commune)
  return {
    nom,
    population,
    lieux,
    'lieux-10000': pour10000(lieux, population),
    postes,
    'postes-10000': pour10000(postes, population),
    structures: employeursDeCommune(db, commune.departementCode, commune.code).length,
  }
}
