import type { Colonne, Tableau } from '../chiffres/tableau.ts'
import { colonneDe, NOTES } from '../chiffres.ts'
import { terreOf, terresDesservies } from '../territoires/terre.ts'
import { RURALITE_LABELS } from '../vocabulary.ts'
import { chiffresOf, groupBy, sumComptes, type Territoire } from './comptes.ts'
import { type Contexte, datePostes, NOM_MAILLE, notesRuralite, postesValides } from './contexte.ts'
import { type CommuneSituee, communesEloignees, courbeOf, medianeOf } from './distances.ts'
import { PAR_MAILLE } from './indicateurs.ts'
import { classesOf } from './ruralite.ts'
import { hrefTerritoire } from './tableaux.ts'

const SEUIL_ELOIGNE = 20
const NOMBRE_ELOIGNEES = 30
const NOTE_SANS_LIEU =
  'Les habitants des territoires sans aucun lieu comptent parmi ceux qui n’en ont pas à proximité ; leur distance n’est pas donnée.'

/** What is known of distances: communes nearest first, the lands that have a place, the territories' figures. */
export type Distances = {
  communes: readonly CommuneSituee[]
  territoires: readonly Territoire[]
  departements: readonly Territoire[]
  /** Of a department, the territory of the table that it belongs to. */
  territoireDe: (departement: string) => string
}

function desserviesOf(departements: readonly Territoire[]): Set<string> {
  return terresDesservies(departements.map(({ code, cellules }) => ({ code, lieux: sumComptes(cellules).lieux })))
}

/** A row per class: the shares within 5, 10, 20 km and the distance that half of the inhabitants live within. */
export function tableauDistance({ communes, departements }: Distances, contexte: Contexte): Tableau {
  const desservies = desserviesOf(departements)
  const cellules = departements.flatMap((one) => one.cellules)
  const classes = classesOf(contexte.niveaux)
  const ligne = (nom: string, holds: (typeof classes)[number]['holds']) => ({
    valeurs: { classe: nom, ...ligneOf(cellules.filter(holds), communes.filter(holds), desservies) },
  })
  return {
    id: 'distance',
    titre: 'Distance au lieu d’accueil le plus proche, selon la ruralité de la commune',
    colonnes: [{ cle: 'classe', nom: 'Communes', nature: 'texte' }, ...COLONNES],
    lignes: classes.map(({ nom, holds }) => ligne(nom, holds)),
    total: ligne('Ensemble', () => true),
    ...notesEtSources(contexte, notesRuralite(contexte)),
  }
}

/** The same, a row per territory. */
export function tableauDistanceTerritoires(distances: Distances, contexte: Contexte): Tableau {
  const { communes, territoires, departements, territoireDe } = distances
  const desservies = desserviesOf(departements)
  const parTerritoire = groupBy(communes, ({ departement }) => territoireDe(departement))
  return {
    id: 'distance-territoires',
    titre: `Distance au lieu d’accueil le plus proche, ${PAR_MAILLE[contexte.maille]}`,
    colonnes: [{ cle: 'nom', nom: NOM_MAILLE[contexte.maille], nature: 'texte' }, ...COLONNES],
    lignes: territoires.map(({ code, nom, cellules }) => ({
      href: hrefTerritoire(contexte, code),
      valeurs: { nom, ...ligneOf(cellules, parTerritoire.get(code) ?? [], desservies) },
    })),
    total: {
      valeurs: {
        nom: 'France',
        ...ligneOf(
          territoires.flatMap(({ cellules }) => cellules),
          communes,
          desservies,
        ),
      },
    },
    ...notesEtSources(contexte),
  }
}

const CLES = ['population', 'couvert', 'a-5-km', 'a-10-km', 'a-20-km', 'au-dela', 'mediane'] as const
const COLONNES = CLES.map((cle) => colonneDe(cle))

function ligneOf(
  cellules: Territoire['cellules'],
  communes: readonly CommuneSituee[],
  desservies: ReadonlySet<string>,
) {
  // A class of communes may have nobody; a territory without inhabitants is one that no file knows.
  const { population } = sumComptes(cellules)
  return { ...chiffresOf(cellules), population, mediane: medianeOf(communes, desservies) }
}

/** The curve in figures: a row per km, a column per class that has inhabitants. */
export function tableauCourbe({ communes }: Distances, contexte: Contexte): Tableau {
  const classes = classesOf(contexte.niveaux).filter(({ holds }) => communes.some(holds))
  const courbes = [...classes, { cle: 'ensemble', nom: 'Ensemble', holds: () => true }].map(({ cle, nom, holds }) => {
    return { cle, nom, parts: courbeOf(communes.filter(holds)) }
  })
  return {
    id: 'distance-courbe',
    titre: 'Part des habitants selon la distance au lieu d’accueil le plus proche',
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
export function tableauEloignees({ communes, departements }: Distances, contexte: Contexte): Tableau {
  const noms = new Map(departements.map(({ code, nom }) => [code, nom]))
  const options = { seuil: SEUIL_ELOIGNE, nombre: NOMBRE_ELOIGNEES }
  const eloignees = communesEloignees(communes, desserviesOf(departements), options)
  return {
    id: 'communes-eloignees',
    titre: `Les communes les plus peuplées à plus de ${SEUIL_ELOIGNE} km de tout lieu d’accueil`,
    colonnes: [
      { cle: 'nom', nom: 'Commune', nature: 'texte' },
      { cle: 'departement', nom: 'Département', nature: 'texte' },
      { cle: 'classe', nom: 'Ruralité', nature: 'texte' },
      colonneDe('population'),
      { cle: 'km', nom: 'Distance (km)', nature: 'km' },
      { cle: 'lieu', nom: 'Lieu le plus proche', nature: 'texte' },
    ],
    lignes: eloignees.map(({ code, nom, departement, ruralite, population, km, lieu }) => ({
      href: `/communes/${code}`,
      valeurs: {
        ...{ nom, departement: noms.get(departement) ?? departement, classe: RURALITE_LABELS[ruralite], population },
        ...{ km, lieu },
      },
    })),
    ...notesEtSources(contexte, [`${NOMBRE_ELOIGNEES} communes au plus, les plus peuplées d’abord.`]),
  }
}

/** The territories whose land has no place at all; null when there is none, or when no place is known anywhere. */
export function tableauSansLieu(departements: readonly Territoire[], contexte: Contexte): Tableau | null {
  const desservies = desserviesOf(departements)
  const sans = departements.filter(({ code }) => !desservies.has(terreOf(code)))
  if (sans.length === 0 || contexte.sources.lieux.length === 0) return null
  const { lieux, structures, communes } = contexte.sources
  const chiffres = (cellules: Territoire['cellules']) => {
    const { population, postes } = chiffresOf(cellules)
    return { population, postes }
  }
  return {
    id: 'territoires-sans-lieu',
    titre: `Territoires sans aucun lieu d’accueil connu (${postesValides(contexte)})`,
    colonnes: [
      { cle: 'nom', nom: 'Territoire', nature: 'texte' },
      { cle: 'code', nom: 'Code', nature: 'code' },
      colonneDe('population'),
      colonneDe('postes', datePostes(contexte)),
    ],
    lignes: sans.map(({ code, nom, cellules }) => {
      return { href: `/departements/${code}`, valeurs: { nom, code, ...chiffres(cellules) } }
    }),
    total: { valeurs: { nom: 'Ensemble', code: null, ...chiffres(sans.flatMap(({ cellules }) => cellules)) } },
    notes: ['Aucune distance n’est donnée pour ces territoires : le lieu le plus proche est au-delà de la mer.'],
    sources: [...lieux, ...structures, ...communes],
  }
}

function notesEtSources({ sources }: Contexte, notes: string[] = []) {
  return {
    notes: [NOTES.distance, NOTE_SANS_LIEU, ...notes],
    sources: [...sources.lieux, ...sources.communes, ...sources.densite],
  }
}
