import { dater } from '#app/domain/chiffres/dates.ts'
import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { NOTES } from '#app/domain/chiffres/table.ts'
import type { Colonne, Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonneDe } from '#app/domain/chiffres.ts'
import { DENSITE_LABELS, RURALITE_LABELS } from '#app/domain/vocabulary.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import { SOURCES_COUVERTURE, SOURCES_POSTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { tableauxDesDepartements } from '#app/pages/territoires/departements/departements.server.ts'
import { tableauEpci } from '#app/pages/territoires/epci/tableaux.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { remember } from '#db/memoire.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { communesChiffrees } from '#db/territoires/communes-chiffrees.server.ts'
import { tousLesEmployeurs } from '#db/territoires/employeurs.server.ts'

/** What can be downloaded whole, in the order of the page: `make` only writes the one that is asked for. */
export const DONNEES: readonly { id: string; nom: string; make: (db: Db) => Tableau }[] = [
  { id: 'departements', nom: 'Départements et territoires', make: (db) => departements(db) },
  { id: 'epci', nom: 'Intercommunalités', make: (db) => tableauEpci(db, null) },
  { id: 'communes', nom: 'Communes', make: tableauCommunes },
  { id: 'postes-par-employeur', nom: 'Postes validés, par employeur', make: (db) => remember(db, tableauEmployeurs) },
]

function departements(db: Db): Tableau {
  return tableauxDesDepartements(db, null)[0] as Tableau
}

/** Every commune of today. */
function tableauCommunes(db: Db): Tableau {
  const dates = datesOf(db)
  const tableau: Tableau = {
    id: 'communes',
    titre: dater('Communes : lieux d’accueil {connus}, postes {validés} et distances', dates),
    colonnes: [
      { cle: 'code', nom: 'Code Insee', nature: 'code' },
      { cle: 'nom', nom: 'Commune', nature: 'texte' },
      ...textes({
        departement: 'Département',
        departement_nom: 'Nom du département',
        epci: 'EPCI (SIREN)',
        epci_nom: 'EPCI',
      }),
      colonneDe('population', dates),
      ...textes({ classe: 'Ruralité', densite: 'Niveau de densité', frr: 'FRR' }),
      ...(['lieux', 'postes'] as const).map((cle) => colonneDe(cle, dates)),
      { cle: 'km', nom: dater('Lieu {connu} le plus proche (km)', dates), nature: 'km', fichier: 'lieux' },
      { cle: 'km-fs', nom: dater('{FS} le plus proche (km)', dates), nature: 'km' },
      ...textes({ lieux_au: 'Date des lieux', postes_au: 'Date des postes' }),
    ],
    lignes: [],
    suite: () => lignesDesCommunes(db),
    notes: [NOTES.postes, NOTES.distance],
    sources: sourcesDes(db, [...SOURCES_COUVERTURE, 'frr']),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

function* lignesDesCommunes(db: Db): Iterable<Ligne[]> {
  const dates = datesOf(db)
  const noms = departementNoms(db)
  for (const communes of communesChiffrees(db)) {
    yield communes.map((une) => ({
      valeurs: {
        code: une.code,
        nom: une.nom,
        departement: une.departement,
        departement_nom: noms.get(une.departement) ?? null,
        epci: une.epci,
        epci_nom: nomEpci(une.epci),
        population: une.population,
        classe: RURALITE_LABELS[une.ruralite],
        densite: une.densite === null ? null : `${une.densite}. ${DENSITE_LABELS[une.densite - 1]}`,
        frr: une.frr,
        lieux: une.lieux,
        postes: une.postes,
        km: une.km,
        'km-fs': une.kmFranceServices,
        lieux_au: dates.lieux,
        postes_au: dates.structures,
      },
    }))
  }
}

/** Every employer of the list of posts in force. */
function tableauEmployeurs(db: Db): Tableau {
  const dates = datesOf(db)
  const tableau: Tableau = {
    id: 'postes-par-employeur',
    titre: dater('Postes {validés}, par employeur', dates),
    colonnes: [
      ...textes({ siret: 'SIRET', nom: 'Employeur', type: 'Type', commune_code: 'Code Insee', commune: 'Commune' }),
      ...textes({ departement: 'Département' }),
      colonneDe('postes', dates),
      { cle: 'lieux', nom: dater('Ses lieux {connus}', dates), nature: 'nombre', fichier: 'lieux' },
      ...textes({ postes_au: 'Date des postes' }),
    ],
    lignes: tousLesEmployeurs(db).map((valeurs) => ({ valeurs: { ...valeurs, postes_au: dates.structures } })),
    notes: [NOTES.postes, NOTES.situes],
    sources: sourcesDes(db, ['lieux', ...SOURCES_POSTES]),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

function textes(noms: Readonly<Record<string, string>>): Colonne[] {
  return Object.entries(noms).map(([cle, nom]) => ({ cle, nom, nature: 'texte' }))
}
