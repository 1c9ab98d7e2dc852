import { dater } from '#app/domain/chiffres/dates.ts'
import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { NOTES } from '#app/domain/chiffres/table.ts'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonneDe, fichierDe } from '#app/domain/chiffres.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { RURALITE_LABELS } from '#app/domain/vocabulary.ts'
import { estimation, SOURCES_LIEUX, SOURCES_POSTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { type CommuneListee, communesEloignees, communesSansLieu } from '#db/territoires/communes.server.ts'
import { type Employeur, employeursDuDepartement } from '#db/territoires/employeurs.server.ts'
import type { ChiffresDepartement } from '#db/territoires.server.ts'

/** How many communes stand in the list of the farthest. */
const ELOIGNEES = 10

/** Employers and communes of a department; each list stops after `limit` lines on a page, never in a file. */
export function tableauxListes(db: Db, departement: ChiffresDepartement, limit: number): Tableau[] {
  const { code } = departement
  const employeurs = employeursDuDepartement(db, code)
  const lieuxConnus = !fichiersAbsents(db).includes('lieux')
  const sansLieu = lieuxConnus ? communesSansLieu(db, code) : []
  const eloignees = communesEloignees(db, code, ELOIGNEES)
  return [
    employeurs.length > 0 ? tableauEmployeurs(db, employeurs, leDepartement(departement), limit) : null,
    sansLieu.length > 0
      ? tableauCommunes(db, 'communes-sans-lieu', 'Communes sans lieu {connu}', sansLieu, limit)
      : null,
    eloignees.length > 0
      ? tableauCommunes(db, 'communes-eloignees', 'Communes les plus éloignées d’un lieu {connu}', eloignees, ELOIGNEES)
      : null,
  ].filter((tableau) => tableau !== null)
}

/** `territoire`: whose posts these are, "La Creuse"; their total is the territory's. */
export function tableauEmployeurs(db: Db, employeurs: Employeur[], territoire: string, limit: number): Tableau {
  const dates = datesOf(db)
  const tableau: Tableau = {
    id: 'employeurs',
    titre: dater('Employeurs et postes {validés}', dates),
    colonnes: [
      { cle: 'nom', nom: 'Employeur', nature: 'texte' },
      { cle: 'commune', nom: 'Commune des postes', nature: 'texte' },
      { cle: 'siege', nom: 'Siège, s’il est ailleurs', nature: 'texte' },
      { cle: 'postes', nom: dater('Postes {validés}, ici', dates), nature: 'nombre', fichier: fichierDe('postes') },
      { cle: 'lieux', nom: dater('Lieux {connus}', dates), nature: 'nombre', fichier: fichierDe('lieux') },
      { cle: 'code', nom: 'Code Insee', nature: 'code', cachee: true },
      { cle: 'siret', nom: 'SIRET', nature: 'code', cachee: true },
    ],
    lignes: employeurs.slice(0, limit).map((employeur) => ({
      href: `/structures/${employeur.cle}`,
      valeurs: {
        nom: employeur.nom,
        code: employeur.communeCode,
        siret: /^\d{14}$/.test(employeur.cle) ? employeur.cle : null,
        commune: employeur.communeNom,
        siege: siegeOf(employeur),
        postes: employeur.postes,
        lieux: employeur.lieux,
      },
    })),
    total: {
      valeurs: { nom: territoire, postes: employeurs.reduce((sum, { postes }) => sum + postes, 0) },
    },
    notes: [...noteSuite(employeurs.length, limit, 'employeurs'), NOTES.postes],
    sources: sourcesDes(db, SOURCES_POSTES),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

// Towns of two departments may have the same name: codes are compared, and the department is said.
function siegeOf({ siegeCode, siegeNom, communeCode }: Employeur): string | null {
  if (siegeCode === null || siegeNom === null || siegeCode === communeCode) return null
  return `${siegeNom} (${departementOfCommune(siegeCode)})`
}

function tableauCommunes(db: Db, id: string, titre: string, communes: CommuneListee[], limit: number): Tableau {
  return {
    id,
    titre: dater(titre, datesOf(db)),
    colonnes: [
      { cle: 'nom', nom: 'Commune', nature: 'texte' },
      { cle: 'code', nom: 'Code Insee', nature: 'code' },
      colonneDe('population', datesOf(db)),
      { cle: 'ruralite', nom: `Ruralité${estimation(db)}`, nature: 'texte' },
      { cle: 'distance', nom: dater('Lieu {connu} le plus proche (km)', datesOf(db)), nature: 'km' },
      { cle: 'proche', nom: 'Où', nature: 'texte' },
    ],
    lignes: communes.slice(0, limit).map(({ code, nom, population, ruralite, distanceKm, procheNom }) => ({
      href: `/communes/${code}`,
      valeurs: { nom, code, population, ruralite: RURALITE_LABELS[ruralite], distance: distanceKm, proche: procheNom },
    })),
    notes: [...noteSuite(communes.length, limit, 'communes'), NOTES.distance],
    sources: sourcesDes(db, SOURCES_LIEUX),
  }
}

/** That a page shows the first ones only, and where the rest is. */
function noteSuite(total: number, limit: number, quoi: string): string[] {
  if (total <= limit) return []
  return [
    `Les ${formatNombre(limit)} premières lignes sur ${formatNombre(total)} ${quoi} : toutes sont dans les fichiers.`,
  ]
}
