import { dater } from '../chiffres/dates.ts'
import { NOTES } from '../chiffres/table.ts'
import type { Colonne, Tableau } from '../chiffres/tableau.ts'
import { colonneDe, colonnesDe, nomDe } from '../chiffres.ts'
import type { SourceCitee } from '../citations/source-citee.ts'
import { terreOf, terresDesservies } from '../territoires/terre.ts'
import { RURALITE_LABELS } from '../vocabulary.ts'
import { chiffresOf, connusOf, groupBy, sumComptes, type Territoire } from './comptes.ts'
import { type Contexte, colonnesTerritoire, notesRuralite } from './contexte.ts'
import { type CommuneSituee, communesEloignees, courbeOf, medianeOf } from './distances.ts'
import { PAR_MAILLE } from './indicateurs.ts'
import { classesOf } from './ruralite.ts'
import { hrefTerritoire } from './tableaux.ts'

const SEUIL_ELOIGNE = 20
const NOMBRE_ELOIGNEES = 30

/** What is known of distances: communes nearest first, the lands that have a place, the territories' figures. */
export type Distances = {
  communes: readonly CommuneSituee[]
  territoires: readonly Territoire[]
  departements: readonly Territoire[]
  /** Of a department, the territory of the table that it belongs to. */
  territoireDe: (departement: string) => string
  /** Posts validated, by commune and by EPCI, and the name of an EPCI. */
  postes: { communes: ReadonlyMap<string, number>; epci: ReadonlyMap<string, number> }
  nomEpci: (code: string) => string | null
}

function desserviesOf(departements: readonly Territoire[]): Set<string> {
  return terresDesservies(departements.map(({ code, cellules }) => ({ code, lieux: sumComptes(cellules).lieux })))
}

/** A row per class: the shares within 5, 10, 20 km and the distance that half of the inhabitants live within. */
export function tableauDistance({ communes, departements }: Distances, contexte: Contexte): Tableau {
  const cellules = departements.flatMap((one) => one.cellules)
  const classes = classesOf(contexte.niveaux)
  const ligne = (nom: string, holds: (typeof classes)[number]['holds']) => ({
    valeurs: { classe: nom, ...ligneOf(cellules.filter(holds), communes.filter(holds)) },
  })
  return {
    id: 'distance',
    titre: dater('Distance au lieu d’accueil {connu} le plus proche, selon la ruralité de la commune', contexte.dates),
    colonnes: [{ cle: 'classe', nom: 'Communes', nature: 'texte' }, ...colonnesOf(contexte)],
    lignes: classes.map(({ nom, holds }) => ligne(nom, holds)),
    total: ligne('Ensemble', () => true),
    ...notesEtSources(contexte, notesRuralite(contexte), contexte.sources['france-services']),
  }
}

/** The same, a row per territory. */
export function tableauDistanceTerritoires(distances: Distances, contexte: Contexte): Tableau {
  const { communes, territoires, territoireDe } = distances
  const parTerritoire = groupBy(communes, ({ departement }) => territoireDe(departement))
  return {
    id: 'distance-territoires',
    titre: dater(`Distance au lieu d’accueil {connu} le plus proche, ${PAR_MAILLE[contexte.maille]}`, contexte.dates),
    colonnes: [...colonnesTerritoire(contexte.maille, { cachee: true }), ...colonnesOf(contexte)],
    lignes: territoires.map(({ code, nom, cellules }) => ({
      href: hrefTerritoire(contexte, code),
      valeurs: { nom, code, ...ligneOf(cellules, parTerritoire.get(code) ?? []) },
    })),
    total: {
      valeurs: {
        ...{ nom: 'France', code: null },
        ...ligneOf(
          territoires.flatMap(({ cellules }) => cellules),
          communes,
        ),
      },
    },
    ...notesEtSources(contexte, [], contexte.sources['france-services']),
  }
}

const CLES = [
  ...(['a-5-km', 'a-10-km', 'a-20-km', 'au-dela', 'mediane'] as const),
  ...(['ou-fs-5-km', 'ou-fs-10-km', 'ou-fs-20-km', 'population', 'couvert'] as const),
]
const colonnesOf = ({ dates }: Contexte): Colonne[] => colonnesDe(CLES, dates)

function ligneOf(cellules: Territoire['cellules'], communes: readonly CommuneSituee[]) {
  // A class of communes may have nobody; a territory without inhabitants is one that no file knows.
  const { population } = sumComptes(cellules)
  return { ...chiffresOf(cellules), population, mediane: medianeOf(communes) }
}

/** The curve in figures: a row per km, a column per class that has inhabitants. */
export function tableauCourbe({ communes }: Distances, contexte: Contexte): Tableau {
  const classes = classesOf(contexte.niveaux).filter(({ holds }) => communes.some(holds))
  const courbes = [...classes, { cle: 'ensemble', nom: 'Ensemble', holds: () => true }].map(({ cle, nom, holds }) => {
    return { cle, nom, parts: courbeOf(communes.filter(holds)) }
  })
  return {
    id: 'distance-courbe',
    titre: dater('Part des habitants selon la distance au lieu d’accueil {connu} le plus proche', contexte.dates),
    colonnes: [
      { cle: 'km', nom: 'À moins de (km)', nature: 'nombre' },
      ...courbes.map(({ cle, nom }): Colonne => ({ cle, nom, nature: 'part' })),
    ],
    lignes: (courbes[0]?.parts ?? []).map((_, km) => ({
      valeurs: { km, ...Object.fromEntries(courbes.map(({ cle, parts }) => [cle, parts[km] ?? null])) },
    })),
    ...notesEtSources(contexte, notesRuralite(contexte)),
  }
}

/** The most populated communes far from any place. */
export function tableauEloignees({ communes, departements, postes, nomEpci }: Distances, contexte: Contexte): Tableau {
  const noms = new Map(departements.map(({ code, nom }) => [code, nom]))
  const options = { seuil: SEUIL_ELOIGNE, nombre: NOMBRE_ELOIGNEES }
  const eloignees = communesEloignees(communes, options)
  return {
    id: 'communes-eloignees',
    titre: dater(
      `Les communes les plus peuplées à plus de ${SEUIL_ELOIGNE} km, à vol d’oiseau, de tout lieu d’accueil {connu}`,
      contexte.dates,
    ),
    colonnes: [
      { cle: 'nom', nom: 'Commune', nature: 'texte' },
      { cle: 'code', nom: 'Code Insee', nature: 'code', cachee: true },
      { cle: 'departement', nom: 'Département', nature: 'texte' },
      { cle: 'classe', nom: 'Ruralité', nature: 'texte' },
      colonneDe('population', contexte.dates),
      { cle: 'km', nom: 'Distance à vol d’oiseau (km)', nature: 'km' },
      {
        cle: 'postes',
        nom: `${nomDe('postes', contexte.dates)}, dans la commune`,
        nature: 'nombre',
        fichier: 'structures',
      },
      {
        cle: 'postes-epci',
        nom: `${nomDe('postes', contexte.dates)}, dans son intercommunalité`,
        nature: 'nombre',
        fichier: 'structures',
      },
      { cle: 'epci', nom: 'Intercommunalité', nature: 'texte' },
      { cle: 'lieu', nom: dater('Lieu {connu} le plus proche', contexte.dates), nature: 'texte' },
    ],
    lignes: eloignees.map(({ code, nom, departement, epci, ruralite, population, km, lieu }) => ({
      href: `/communes/${code}`,
      valeurs: {
        ...{
          nom,
          code,
          departement: noms.get(departement) ?? departement,
          classe: RURALITE_LABELS[ruralite],
          population,
        },
        ...{ km, lieu, postes: postes.communes.get(code) ?? 0 },
        'postes-epci': epci === null ? null : (postes.epci.get(epci) ?? 0),
        epci: epci === null ? null : nomEpci(epci),
      },
    })),
    ...notesEtSources(contexte, [
      `${NOMBRE_ELOIGNEES} communes au plus, les plus peuplées d’abord.`,
      'Aucun lieu connu ne veut pas dire aucun service : des postes y sont validés, ou dans l’intercommunalité, dont le lieu n’est pas dans le fichier.',
    ]),
  }
}

/** The territories whose land has no place at all; null when there is none, or when no place is known anywhere. */
export function tableauSansLieu(departements: readonly Territoire[], contexte: Contexte): Tableau | null {
  const desservies = desserviesOf(departements)
  const sans = departements.filter(({ code }) => !desservies.has(terreOf(code)))
  if (sans.length === 0 || contexte.sources.lieux.length === 0) return null
  const { lieux, structures, communes } = contexte.sources
  const chiffres = (cellules: Territoire['cellules']) => {
    const { population, postes } = connusOf(cellules)
    return { population, postes }
  }
  return {
    id: 'territoires-sans-lieu',
    titre: dater('Territoires sans aucun lieu d’accueil {connu}, et leurs postes {validés}', contexte.dates),
    colonnes: [
      { cle: 'nom', nom: 'Territoire', nature: 'texte' },
      { cle: 'code', nom: 'Code', nature: 'code' },
      colonneDe('population', contexte.dates),
      colonneDe('postes', contexte.dates),
    ],
    lignes: sans.map(({ code, nom, cellules }) => {
      return { href: `/departements/${code}`, valeurs: { nom, code, ...chiffres(cellules) } }
    }),
    total: { valeurs: { nom: 'Ensemble', code: null, ...chiffres(sans.flatMap(({ cellules }) => cellules)) } },
    notes: ['Aucune distance n’est donnée pour ces territoires : le lieu le plus proche est au-delà de la mer.'],
    sources: [...lieux, ...structures, ...communes],
  }
}

function notesEtSources({ sources }: Contexte, notes: string[] = [], aussi: readonly SourceCitee[] = []) {
  return {
    notes: [NOTES.distance, ...notes],
    sources: [...sources.lieux, ...aussi, ...sources.communes, ...sources.densite],
  }
}
