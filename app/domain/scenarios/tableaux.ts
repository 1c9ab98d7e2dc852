import { type Dates, dater } from '../chiffres/dates.ts'
import { CHIFFRES, SEUILS_KM, type SeuilKm } from '../chiffres/table.ts'
import type { Colonne, Ligne, Nature, Tableau, Valeur } from '../chiffres/tableau.ts'
import { colonneDe, nomCourt } from '../chiffres.ts'
import type { SourceCitee } from '../citations/source-citee.ts'
import { formatNombre } from '../texte/format.ts'
import { RURALITE_LABELS, RURALITES } from '../vocabulary.ts'
import { type Bilan, type Compte, emptyCompte } from './bilan.ts'
import { partProche } from './phrases.ts'
import { GRAINES, type Mesures, type Plage } from './plage.ts'
import type { Resultat } from './resultat.ts'

export type Contexte = {
  /** In a few words, for the titles: "les postes des employeurs privés". */
  sujet: string
  /** The assumption, which every table repeats. */
  hypothese: string
  departements: ReadonlyMap<string, string>
  ruraliteEstimee: boolean
  sources: readonly SourceCitee[]
  dates: Dates
  /** The seed of a draw; null when nothing is drawn. */
  tirage: number | null
}

const AVANT_APRES: readonly Colonne[] = [
  { cle: 'avant', nom: 'Avant', nature: 'nombre' },
  { cle: 'apres', nom: 'Dans ce scénario', nature: 'nombre' },
  { cle: 'ecart', nom: 'Différence', nature: 'ecart' },
]

/** Names hold their stocks in braces, for their dates. */
const MESURES: readonly (readonly [nom: string, of: (compte: Compte) => number, part?: SeuilKm])[] = [
  [CHIFFRES.postes.nom, ({ postes }) => postes],
  ['Employeurs qui gardent au moins un poste', ({ employeurs }) => employeurs],
  ['Lieux d’accueil {connus}, ouverts', ({ lieux }) => lieux],
  ...SEUILS_KM.map(
    (km) => [`${CHIFFRES[`a-${km}-km`].court} d’un lieu {connu}`, (c: Compte) => c.proches[km], km] as const,
  ),
  ['Communes à plus de 20 km de tout lieu {connu}', ({ communesLoin }) => communesLoin],
  ['Habitants de ces communes', ({ habitantsLoin }) => habitantsLoin],
]

export function tableauNational({ avant, apres }: Resultat, contexte: Contexte): Tableau {
  const [before, after] = [avant.national, apres.national]
  return {
    ...pied(contexte, [DISTANCES]),
    id: 'scenario-national',
    titre:
      contexte.tirage === null
        ? 'Avant, dans ce scénario, et la différence'
        : `Le tirage n° ${contexte.tirage} : avant, après, et la différence`,
    colonnes: [
      { cle: 'mesure', nom: 'Ce qui est compté', nature: 'texte' },
      ...AVANT_APRES,
      { cle: 'part_avant', nom: 'Part des habitants, avant', nature: 'part' },
      { cle: 'part_apres', nom: 'Part, dans ce scénario', nature: 'part' },
    ],
    lignes: MESURES.map(([mesure, of, seuil]) => {
      const part = (compte: Compte) => (seuil === undefined ? null : partProche(compte, seuil))
      const parts = { part_avant: part(before), part_apres: part(after) }
      return {
        valeurs: {
          mesure: dater(mesure, contexte.dates),
          avant: of(before),
          apres: of(after),
          ecart: of(after) - of(before),
          ...parts,
        },
      }
    }),
  }
}

const DISTANCES = 'Distances à vol d’oiseau, du centre de la commune au lieu le plus proche.'
const SELON = 'Lieux et habitants selon la commune du lieu et de l’habitant ; postes selon le siège de l’employeur.'

/** Places first, where people are received; then posts, at the employer's seat. */
function groupe({ dates }: Contexte): Colonne[] {
  return [
    ...avantApres('lieux', 'lieux', dater('Lieux {connus}', dates), 'nombre'),
    ...avantApres('part', 'habitants', nomCourt('a-10-km'), 'part'),
    ...avantApres('postes', 'postes', dater('Postes {validés} (siège)', dates), 'nombre'),
  ]
}

/** A figure before, in the scenario, and the difference, which of a share is that of the inhabitants. */
function avantApres(cle: string, compte: string, nom: string, nature: Nature): Colonne[] {
  return [
    { cle: `${cle}_avant`, nom: `${nom}, avant`, nature },
    { cle: `${cle}_apres`, nom: `${nom}, scénario`, nature },
    { cle: `${compte}_ecart`, nom: `${nom}, différence`, nature: 'ecart' },
  ]
}

function valeursOf(before: Compte, after: Compte): Record<string, Valeur> {
  return {
    lieux_avant: before.lieux,
    lieux_apres: after.lieux,
    lieux_ecart: after.lieux - before.lieux,
    part_avant: partProche(before, 10),
    part_apres: partProche(after, 10),
    habitants_ecart: after.proches[10] - before.proches[10],
    postes_avant: before.postes,
    postes_apres: after.postes,
    postes_ecart: after.postes - before.postes,
  }
}

export function tableauRuralite({ avant, apres }: Resultat, contexte: Contexte): Tableau {
  const of = (bilan: Bilan, classe: (typeof RURALITES)[number]) => bilan.ruralites.get(classe) ?? emptyCompte()
  return {
    ...pied(contexte, [SELON]),
    id: 'scenario-ruralite',
    titre: `Par type de commune${contexte.ruraliteEstimee ? ' (estimation d’après la population)' : ''}`,
    colonnes: [{ cle: 'classe', nom: 'Type de commune', nature: 'texte' }, ...groupe(contexte)],
    lignes: RURALITES.map((classe) => {
      return { valeurs: { classe: RURALITE_LABELS[classe], ...valeursOf(of(avant, classe), of(apres, classe)) } }
    }),
    total: { valeurs: { classe: 'Ensemble', ...valeursOf(avant.national, apres.national) } },
  }
}

export function tableauDepartements({ avant, apres }: Resultat, contexte: Contexte): Tableau {
  return {
    ...pied(contexte, [SELON]),
    id: 'scenario-departements',
    titre: 'Par département',
    colonnes: [
      { cle: 'departement', nom: 'Département', nature: 'texte' },
      { cle: 'code', nom: 'Code', nature: 'code' },
      ...groupe(contexte),
    ],
    lignes: [...contexte.departements].map(([code, departement]): Ligne => {
      const valeurs = valeursOf(
        avant.departements.get(code) ?? emptyCompte(),
        apres.departements.get(code) ?? emptyCompte(),
      )
      return { href: `/departements/${code}`, valeurs: { departement, code, ...valeurs } }
    }),
    total: { valeurs: { departement: 'Ensemble', code: null, ...valeursOf(avant.national, apres.national) } },
  }
}

export function tableauCommunes({ eloignees }: Resultat, contexte: Contexte): Tableau {
  return {
    ...pied(contexte, [DISTANCES, 'Un tiret : plus aucun lieu ouvert sur le territoire dans ce scénario.']),
    id: 'scenario-communes',
    titre: 'Communes qui perdent leur lieu le plus proche dans ce scénario',
    colonnes: [
      { cle: 'commune', nom: 'Commune', nature: 'texte' },
      { cle: 'code_insee', nom: 'Code Insee', nature: 'code' },
      { cle: 'de', nom: 'Département', nature: 'texte' },
      { cle: 'type', nom: `Type de commune${contexte.ruraliteEstimee ? ' (estimation)' : ''}`, nature: 'texte' },
      colonneDe('population', contexte.dates),
      { cle: 'km_avant', nom: dater('Lieu {connu} le plus proche, avant (km)', contexte.dates), nature: 'km' },
      { cle: 'km_apres', nom: 'Dans ce scénario (km)', nature: 'km' },
    ],
    lignes: eloignees.map(({ commune: { code, nom, departement, ruralite, population }, avant, apres }): Ligne => {
      const de = contexte.departements.get(departement) ?? departement
      const situe = { commune: nom, code_insee: code, de, type: RURALITE_LABELS[ruralite], population }
      return { href: `/communes/${code}`, valeurs: { ...situe, km_avant: avant, km_apres: apres } }
    }),
  }
}

const NOMS_DES_MESURES: Record<keyof Mesures, string> = {
  lieuxFermes: 'Lieux d’accueil qui ferment',
  habitantsEnMoins: 'Habitants de moins à 10 km d’un lieu',
  communesEloignees: 'Communes qui perdent leur lieu le plus proche',
}

/** One draw beside the spread of several; `note` says which. */
export function tableauTirages(
  plage: Plage,
  { avant, apres, eloignees, finis }: Resultat,
  graine: number,
  contexte: Contexte,
  note: string,
): Tableau {
  const ici: Mesures = {
    lieuxFermes: avant.national.lieux - apres.national.lieux,
    habitantsEnMoins: avant.national.proches[10] - apres.national.proches[10],
    communesEloignees: eloignees.length,
  }
  return {
    ...pied(contexte, [note]),
    id: 'scenario-tirages',
    titre: `${GRAINES.length} tirages au sort de ${formatNombre(finis)} postes`,
    colonnes: [
      { cle: 'mesure', nom: 'Ce qui est compté', nature: 'texte' },
      { cle: 'mediane', nom: 'Médiane', nature: 'nombre' },
      { cle: 'min', nom: 'Le moins', nature: 'nombre' },
      { cle: 'max', nom: 'Le plus', nature: 'nombre' },
      { cle: 'ici', nom: `Le tirage n° ${graine}`, nature: 'nombre' },
    ],
    lignes: (Object.keys(NOMS_DES_MESURES) as (keyof Mesures)[]).map((cle) => {
      return { valeurs: { mesure: NOMS_DES_MESURES[cle], ici: ici[cle], ...plage[cle] } }
    }),
  }
}

function pied({ sujet, hypothese, sources }: Contexte, notes: string[]): Pick<Tableau, 'notes' | 'sources'> {
  return { notes: [`Scénario : ${sujet.replace(/,$/, '')}.`, hypothese, ...notes], sources }
}
