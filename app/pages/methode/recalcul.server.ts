import type { CleChiffre } from '#app/domain/chiffres/table.ts'
import distance from '../../../docs/recalcul/distance.mjs?raw'
import epci from '../../../docs/recalcul/epci.mjs?raw'
import evolution from '../../../docs/recalcul/evolution.mjs?raw'
import heures from '../../../docs/recalcul/heures.mjs?raw'
import lire from '../../../docs/recalcul/lire.mjs?raw'
import postes from '../../../docs/recalcul/postes.mjs?raw'
import ruralite from '../../../docs/recalcul/ruralite.mjs?raw'
import situes from '../../../docs/recalcul/situes.mjs?raw'
import taux from '../../../docs/recalcul/taux.mjs?raw'
import tirages from '../../../docs/recalcul/tirages.mjs?raw'

/**
 * A script of docs/recalcul: its text, what it computes, and the first line that it prints (null: it prints nothing).
 * `refait`: the figures of the table that it makes again.
 */
export type Script = {
  nom: string
  titre: string
  entete: string | null
  texte: string
  refait?: readonly CleChiffre[]
}

/** `lire.mjs` first: the others read the files through it. */
export const SCRIPTS: readonly Script[] = [
  { nom: 'lire.mjs', titre: 'Lire les fichiers (les autres scripts s’en servent)', entete: null, texte: lire },
  {
    nom: 'postes.mjs',
    titre: 'Les postes validés, leurs employeurs et l’investissement de l’État, par département et au total',
    entete: 'departement;postes;employeurs;investissement',
    texte: postes,
    refait: ['structures', 'investissement'],
  },
  {
    nom: 'taux.mjs',
    titre: 'Les lieux et les postes validés pour 10 000 habitants, par département et au total',
    entete: 'departement;habitants;lieux;lieux_pour_10000;postes;postes_pour_10000',
    texte: taux,
    refait: ['population', 'lieux', 'lieux-10000', 'postes', 'postes-10000'],
  },
  {
    nom: 'ruralite.mjs',
    titre: 'Les parts rurales, par lieu d’accueil et par siège de l’employeur',
    entete: 'classe;habitants;lieux;part_des_lieux;postes;part_des_postes',
    texte: ruralite,
    refait: ['lieux-ruraux', 'part-lieux-ruraux', 'postes-ruraux', 'part-postes-ruraux'],
  },
  {
    nom: 'distance.mjs',
    titre:
      'La part des habitants à 10 km au plus d’un lieu, ou d’un lieu ou de France services, et la distance médiane',
    entete:
      'habitants_a_portee;habitants_comptes;part;part_des_habitants_comptes;habitants_plus_loin;habitants_de_territoires_sans_lieu;mediane_km',
    texte: distance,
    refait: [
      ...(['a-5-km', 'a-10-km', 'a-20-km', 'ou-fs-5-km', 'ou-fs-10-km', 'ou-fs-20-km'] as const),
      ...(['habitants-5-km', 'habitants-10-km', 'habitants-20-km', 'habitants-situes', 'couvert'] as const),
      ...(['habitants-ou-fs-5-km', 'habitants-ou-fs-10-km', 'habitants-ou-fs-20-km'] as const),
      ...(['hors-terre', 'au-dela', 'mediane'] as const),
    ],
  },
  {
    nom: 'heures.mjs',
    titre: 'Les heures d’ouverture publiées, par classe de communes et au total',
    entete:
      'classe;habitants;lieux;lieux_avec_heures;heures;heures_pour_10000;si_tous_ouvraient_autant;heures_par_lieu',
    texte: heures,
    refait: ['heures', 'heures-10000', 'lieux-horaires', 'heures-par-lieu'],
  },
  {
    nom: 'situes.mjs',
    titre: 'La part des postes validés dont l’employeur a un lieu connu, par département et au total',
    entete: 'departement;postes;postes_avec_lieu;part',
    texte: situes,
    refait: ['postes-situes', 'part-postes-situes'],
  },
  {
    nom: 'epci.mjs',
    titre: 'Les habitants, les lieux et les postes validés, par intercommunalité',
    entete: 'epci;habitants;lieux;postes',
    texte: epci,
  },
  {
    nom: 'evolution.mjs',
    titre: 'Les postes validés d’un fichier à l’autre',
    entete: 'departement;avant;apres;ecart',
    texte: evolution,
  },
  {
    nom: 'tirages.mjs',
    titre: '101 tirages au sort de postes qui prennent fin : le moins, la médiane, le plus',
    entete: 'mesure;minimum;mediane;maximum',
    texte: tirages,
  },
]
