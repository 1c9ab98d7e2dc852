import { dater } from '../chiffres/dates.ts'
import { NOTES } from '../chiffres/table.ts'
import type { Colonne, Nature, Tableau, Valeur } from '../chiffres/tableau.ts'
import { ecart, part, pour10000 } from '../chiffres/taux.ts'
import { colonneDe, colonneSous, fichierDe, nomDe } from '../chiffres.ts'
import { lowerFirst, upperFirst } from '../texte/format.ts'
import { DENSITE_LABELS, RURALITE_LABELS, RURALITES, type Ruralite } from '../vocabulary.ts'
import { type Comptes, sumComptes, type Territoire } from './comptes.ts'
import { type Contexte, colonnesTerritoire, lieuxEtPostes, notesRuralite } from './contexte.ts'
import { PAR_MAILLE } from './indicateurs.ts'
import { hrefTerritoire } from './tableaux.ts'

type Classee = { ruralite: Ruralite; niveau: number | null }
/** A class of communes: three and "non classé", or seven and those whose level is unknown. */
export type Classe = { cle: string; nom: string; holds: (one: Classee) => boolean }

const TROIS: readonly Classe[] = RURALITES.map((ruralite) => {
  return { cle: ruralite, nom: RURALITE_LABELS[ruralite], holds: (one) => one.ruralite === ruralite }
})
const SEPT: readonly Classe[] = [
  ...DENSITE_LABELS.map((nom, rang) => {
    return {
      cle: `niveau-${rang + 1}`,
      nom: `${rang + 1}. ${nom}`,
      holds: ({ niveau }: Classee) => niveau === rang + 1,
    }
  }),
  { cle: 'inconnue', nom: 'Niveau non connu', holds: ({ niveau }) => niveau === null },
]

export function classesOf(niveaux: boolean): readonly Classe[] {
  return niveaux ? SEPT : TROIS
}

const PAR_LIEU = 'Par lieu d’accueil'
const PAR_SIEGE = 'Par siège de l’employeur'
const ECART = 'Écart au taux national'

/** A row per class, both readings side by side. */
export function tableauRuralite(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const cellules = territoires.flatMap((territoire) => territoire.cellules)
  const ensemble = sumComptes(cellules)
  const parLieu = dater('Par lieu d’accueil {connu}', contexte.dates)
  const parSiege = dater('Postes {validés}, par siège de l’employeur', contexte.dates)
  return {
    id: 'ruralite',
    titre: `${upperFirst(lieuxEtPostes(contexte))}, selon la ruralité`,
    colonnes: [
      { cle: 'classe', nom: 'Communes', nature: 'texte' },
      ...(['lieux', 'lieux-10000'] as const).map((cle) => colonneSous(parLieu, cle)),
      colonneOf('lieux', 'ecart', ECART, 'ecart-taux', parLieu),
      ...(['postes', 'postes-10000'] as const).map((cle) => colonneSous(parSiege, cle)),
      colonneOf('postes', 'ecart', ECART, 'ecart-taux', parSiege),
      colonneDe('population', contexte.dates),
      { cle: 'part', nom: 'Part des habitants', nature: 'part' },
    ],
    lignes: classesOf(contexte.niveaux).map(({ nom, holds }) => {
      return { valeurs: { classe: nom, ...ligneOf(sumComptes(cellules.filter(holds)), ensemble) } }
    }),
    total: { valeurs: { classe: 'Ensemble', ...ligneOf(ensemble, ensemble) } },
    ...notesEtSources(contexte),
  }
}

/** The rates of each territory in each class, and how far its own is from the national rate. */
export function tableauRuraliteTaux(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const classes = classesOf(contexte.niveaux)
  const ensemble = sumComptes(territoires.flatMap(({ cellules }) => cellules))
  const groupes = {
    lieux: `${PAR_LIEU} : ${lowerFirst(nomDe('lieux-10000', contexte.dates))}`,
    postes: `${PAR_SIEGE} : ${lowerFirst(nomDe('postes-10000', contexte.dates))}`,
  }
  const colonnes = (['lieux', 'postes'] as const).flatMap((quoi): Colonne[] => [
    ...classes.map(({ cle, nom }) => colonneOf(quoi, cle, nom, 'taux', groupes[quoi])),
    colonneOf(quoi, 'ensemble', 'Ensemble', 'taux', groupes[quoi]),
    colonneOf(quoi, 'ecart', ECART, 'ecart-taux', groupes[quoi]),
  ])
  const valeursOf = (cellules: Territoire['cellules']) => {
    const tout = sumComptes(cellules)
    const parClasse = classes.map(({ cle, holds }) => [cle, sumComptes(cellules.filter(holds))] as const)
    return Object.fromEntries(
      (['lieux', 'postes'] as const).flatMap((quoi): [string, Valeur][] => [
        ...parClasse.map(([cle, comptes]): [string, Valeur] => [`${quoi}-${cle}`, taux(comptes, quoi)]),
        [`${quoi}-ensemble`, taux(tout, quoi)],
        [`${quoi}-ecart`, ecart(taux(tout, quoi), taux(ensemble, quoi))],
      ]),
    )
  }
  const titre = `${upperFirst(lieuxEtPostes(contexte))}, pour 10 000 habitants, ${PAR_MAILLE[contexte.maille]} et ruralité`
  return { ...croise(territoires, contexte, colonnes, valeursOf), id: 'ruralite-taux', titre }
}

/** The counts of each territory in each class; they add up along the rows and down the columns. */
export function tableauRuraliteNombres(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const classes = classesOf(contexte.niveaux)
  const groupes = {
    population: nomDe('population', contexte.dates),
    lieux: `${PAR_LIEU} : ${lowerFirst(nomDe('lieux', contexte.dates))}`,
    postes: `${PAR_SIEGE} : ${lowerFirst(nomDe('postes', contexte.dates))}`,
  }
  const quois = ['population', 'lieux', 'postes'] as const
  const colonnes = quois.flatMap((quoi): Colonne[] => [
    ...classes.map(({ cle, nom }) => colonneOf(quoi, cle, nom, 'nombre', groupes[quoi])),
    colonneOf(quoi, 'ensemble', 'Ensemble', 'nombre', groupes[quoi]),
  ])
  const valeursOf = (cellules: Territoire['cellules']) => {
    const parClasse = [...classes, { cle: 'ensemble', holds: () => true }].map(
      ({ cle, holds }) => [cle, sumComptes(cellules.filter(holds))] as const,
    )
    return Object.fromEntries(
      quois.flatMap((quoi) => parClasse.map(([cle, comptes]) => [`${quoi}-${cle}`, comptes[quoi]])),
    )
  }
  const titre = `Habitants, ${lieuxEtPostes(contexte)}, ${PAR_MAILLE[contexte.maille]} et ruralité`
  return { ...croise(territoires, contexte, colonnes, valeursOf), id: 'ruralite-nombres', titre }
}

/** A count, or what is made of it, in one class of communes. */
function colonneOf(
  quoi: 'population' | 'lieux' | 'postes',
  cle: string,
  nom: string,
  nature: Nature,
  groupe: string,
): Colonne {
  return { cle: `${quoi}-${cle}`, nom, nature, groupe, fichier: fichierDe(quoi) }
}

function croise(
  territoires: readonly Territoire[],
  contexte: Contexte,
  colonnes: Colonne[],
  valeursOf: (cellules: Territoire['cellules']) => Record<string, Valeur>,
) {
  return {
    colonnes: [...colonnesTerritoire(contexte.maille, { cachee: true }), ...colonnes],
    lignes: territoires.map(({ code, nom, cellules }) => {
      return { href: hrefTerritoire(contexte, code), valeurs: { nom, code, ...valeursOf(cellules) } }
    }),
    total: { valeurs: { nom: 'France', code: null, ...valeursOf(territoires.flatMap(({ cellules }) => cellules)) } },
    ...notesEtSources(contexte),
  }
}

function ligneOf(comptes: Comptes, ensemble: Comptes) {
  const { population, lieux, postes } = comptes
  const [parLieu, parSiege] = [taux(comptes, 'lieux'), taux(comptes, 'postes')]
  return {
    ...{ population, part: part(population, ensemble.population), lieux, postes },
    'lieux-10000': parLieu,
    'lieux-ecart': ecart(parLieu, taux(ensemble, 'lieux')),
    'postes-10000': parSiege,
    'postes-ecart': ecart(parSiege, taux(ensemble, 'postes')),
  }
}

function taux(comptes: Comptes, quoi: 'lieux' | 'postes'): number | null {
  return pour10000(comptes[quoi], comptes.population)
}

function notesEtSources(contexte: Contexte) {
  const { lieux, structures, communes, densite } = contexte.sources
  return {
    notes: [NOTES.siege, NOTES.postes, ...notesRuralite(contexte)],
    sources: [...lieux, ...structures, ...communes, ...densite],
  }
}
