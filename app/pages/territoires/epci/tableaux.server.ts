import { dater } from '#app/domain/chiffres/dates.ts'
import { sansAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { NOTES } from '#app/domain/chiffres/table.ts'
import type { Colonne, Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonneDe, colonnesDe, noteCalcul } from '#app/domain/chiffres.ts'
import { connusOf } from '#app/domain/couverture/comptes.ts'
import { leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { RURALITE_LABELS } from '#app/domain/vocabulary.ts'
import {
  COLONNES_TERRITOIRE,
  colonnesLieux,
  colonnesPostes,
  estimation,
  SOURCES_COUVERTURE,
  sourcesDes,
} from '#app/pages/commun/territoires.server.ts'
import { tableauParClasse } from '#app/pages/territoires/departement/tableaux.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { rememberChoice } from '#db/memoire.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { communesDeEpci } from '#db/territoires/communes-chiffrees.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { type ChiffresEpci, chiffresDesEpci } from './epci.server.ts'

const DISTANCES = ['a-5-km', 'a-10-km', 'a-20-km', 'ou-fs-5-km', 'ou-fs-10-km', 'ou-fs-20-km'] as const
const SIREN: Colonne = { cle: 'code', nom: 'Code', nature: 'code' }
const NOTE_EPCI =
  'Un poste ou un lieu dont la commune n’est pas connue n’est dans aucune intercommunalité : leur somme est un peu moindre que le total de la France.'

/** Every EPCI with the same figures as the departments, made once a data set. `departement`: those of one alone. */
export function tableauEpci(db: Db, departement: string | null): Tableau {
  return rememberChoice(db, departement, makeTableauEpci)
}

function makeTableauEpci(db: Db, departement: string | null): Tableau {
  const noms = departementNoms(db)
  const tableau: Tableau = {
    id: 'epci',
    titre: dater('Intercommunalités : lieux d’accueil {connus} et postes {validés}', datesOf(db)),
    colonnes: [
      { cle: 'nom', nom: 'Intercommunalité', nature: 'texte' },
      { ...SIREN, cachee: true },
      ...colonnes(db),
      { cle: 'departement', nom: 'Département', nature: 'texte' },
    ],
    lignes: chiffresDesEpci(db)
      .filter((one) => departement === null || one.departement === departement)
      .map(({ code, nom, departement: sien, cellules }): Ligne => {
        const ou = sien === null ? null : `${noms.get(sien) ?? ''} (${sien})`
        return { href: `/epci/${code}`, valeurs: { ...connusOf(cellules), nom, code, departement: ou } }
      }),
    ...notesOf(db, [NOTE_EPCI]),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

/** The tables of one EPCI: beside its department and France, by class of communes, commune by commune. */
export function tableauxDeEpci(db: Db, epci: ChiffresEpci): Tableau[] {
  const { nom, cellules } = epci
  const classes = tableauParClasse(db, { nom, code: epci.code, cellules })
  return [tableauCompare(db, epci), classes, tableauCommunes(db, epci)]
}

function tableauCompare(db: Db, { code, nom, departement, cellules, chiffres }: ChiffresEpci): Tableau {
  const parent = chiffresDesDepartements(db).find((one) => one.code === departement)
  const tableau: Tableau = {
    id: 'chiffres',
    titre: `${nom}, son département et la France`,
    colonnes: [...COLONNES_TERRITOIRE, ...colonnes(db)],
    lignes: [
      { valeurs: { ...connusOf(cellules), nom, code } },
      ...(parent
        ? [
            {
              href: `/departements/${parent.code}`,
              valeurs: { ...connusOf(parent.cellules), nom: leDepartement(parent), code: parent.code },
            },
          ]
        : []),
      { href: '/departements', valeurs: { ...chiffresEnsemble(db), nom: 'France', code: null } },
    ],
    ...notesOf(db, noteCalcul(chiffres)),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

/** Its communes, the most populated first. */
function tableauCommunes(db: Db, { code: epci }: ChiffresEpci): Tableau {
  const dates = datesOf(db)
  const tableau: Tableau = {
    id: 'communes',
    titre: 'Ses communes',
    colonnes: [
      { cle: 'nom', nom: 'Commune', nature: 'texte' },
      { cle: 'code', nom: 'Code Insee', nature: 'code', cachee: true },
      ...(['lieux', 'postes', 'population'] as const).map((cle) => colonneDe(cle, dates)),
      {
        cle: 'km',
        nom: dater('Lieu {connu} le plus proche, à vol d’oiseau (km)', dates),
        nature: 'km',
        fichier: 'lieux',
      },
      { cle: 'ruralite', nom: `Ruralité${estimation(db)}`, nature: 'texte' },
    ],
    lignes: communesDeEpci(db, epci).map(({ code, nom, population, lieux, postes, km, ruralite }): Ligne => {
      const valeurs = { nom, code, population, lieux, postes, km, ruralite: RURALITE_LABELS[ruralite] }
      return { href: `/communes/${code}`, valeurs }
    }),
    ...notesOf(db, []),
  }
  return sansAbsents(tableau, fichiersAbsents(db))
}

function colonnes(db: Db): Colonne[] {
  const dates = datesOf(db)
  return [...colonnesLieux(dates), ...colonnesPostes(dates), ...colonnesDe(DISTANCES, dates)]
}

function notesOf(db: Db, notes: string[]): Pick<Tableau, 'notes' | 'sources'> {
  const sources = sourcesDes(db, SOURCES_COUVERTURE)
  return { notes: [NOTES.postes, NOTES.situes, NOTES.distance, ...notes], sources }
}
