import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { NOTES } from '#app/domain/chiffres/table.ts'
import type { Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonnesDe, noteCalcul } from '#app/domain/chiffres.ts'
import { connusOf } from '#app/domain/couverture/comptes.ts'
import { readParams } from '#app/domain/parametres.ts'
import { colonnesLieux, colonnesPostes, SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { parametresDepartements, queryDepartements } from '#app/pages/territoires/departements/parametres.ts'
import type { Db } from '#db/connect.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { type ChiffresDepartement, chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'

/** The regions that have a department here, by name; territories beyond the seas stand for one. */
export function regionsOf(db: Db): string[] {
  const noms = chiffresDesDepartements(db).flatMap(({ region }) => region ?? [])
  return [...new Set(noms)].sort(new Intl.Collator('fr').compare)
}

/** What a URL of `/departements` asks. Only the first table can be put in another order. */
export function readDepartements(db: Db, params: URLSearchParams) {
  const table = parametresDepartements(regionsOf(db), tableauxDesDepartements(db, null).slice(0, 1))
  const { values, errors } = readParams(table, params)
  return { ...values, errors }
}

/** The tables of `/departements`: the departments, of one region or all, with their total; the regions. */
export function tableauxDesDepartements(db: Db, region: string | null): Tableau[] {
  const absents = fichiersAbsents(db)
  return [tableauDepartements(db, region), tableauRegions(db)].map((tableau) => sansAbsents(tableau, absents))
}

function tableauDepartements(db: Db, region: string | null): Tableau {
  const wanted = (row: ChiffresDepartement) => region === null || row.region === region
  const lignes = chiffresDesDepartements(db)
    .filter(wanted)
    .map((row): Ligne => {
      const { code, nom, region: sienne, cellules } = row
      return { href: `/departements/${code}`, valeurs: { ...connusOf(cellules), nom, code, region: sienne } }
    })
  const total = { ...chiffresEnsemble(db, wanted), nom: region ?? 'France', code: null, region: null }
  const colonnes: Tableau['colonnes'] = [
    { cle: 'nom', nom: 'Département ou territoire', nature: 'texte' },
    { cle: 'code', nom: 'Code', nature: 'code' },
    ...colonnesCommunes(db),
    { cle: 'region', nom: 'Région', nature: 'texte' },
  ]
  const titre = region === null ? 'Départements et territoires' : `Départements : ${region}`
  return { id: 'departements', titre, colonnes, lignes, total: { valeurs: total }, ...notesOf(db) }
}

function tableauRegions(db: Db): Tableau {
  const codes = new Map(couvertureOf(db).regions.map(({ code, nom }) => [nom, code]))
  const lignes = regionsOf(db).map((nom): Ligne => {
    const chiffres = chiffresEnsemble(db, (row) => row.region === nom)
    return {
      href: `/departements${queryDepartements({ region: nom, trier: null })}`,
      valeurs: { ...chiffres, nom, code: codes.get(nom) ?? null },
    }
  })
  const colonnes: Tableau['colonnes'] = [
    { cle: 'nom', nom: 'Région ou territoire', nature: 'texte' },
    { cle: 'code', nom: 'Code', nature: 'code', cachee: true },
    ...colonnesCommunes(db),
  ]
  const total = { valeurs: { ...chiffresEnsemble(db), nom: 'France', code: null } }
  return { id: 'regions', titre: 'Régions et territoires', colonnes, lignes, total, ...notesOf(db) }
}

function colonnesCommunes(db: Db): Tableau['colonnes'] {
  const dates = datesOf(db)
  return [...colonnesLieux(dates), ...colonnesDe(['a-10-km'], dates), ...colonnesPostes(dates)]
}

function notesOf(db: Db): Pick<Tableau, 'notes' | 'sources'> {
  const notes = [NOTES.postes, NOTES.situes, NOTES.distance, ...noteCalcul(chiffresEnsemble(db))]
  return { notes, sources: sourcesDes(db, SOURCES_TOUTES) }
}
