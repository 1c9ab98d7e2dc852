import { type CleNote, type Connus, chiffreOf, NOTES } from '../chiffres/table.ts'
import { sortTableau, type Tableau } from '../chiffres/tableau.ts'
import { colonnesDe, titreDe } from '../chiffres.ts'
import { upperFirst } from '../texte/format.ts'
import { type Chiffres, chiffresOf, connusOf, type Territoire } from './comptes.ts'
import { type Contexte, colonnesTerritoire, lieuxEtPostes, notesRuralite } from './contexte.ts'
import { type Indicateur, PAR_MAILLE } from './indicateurs.ts'

/** What distances leave out is told by their own table. */
const CLES = [
  ...(['lieux', 'lieux-10000', 'population', 'postes', 'postes-10000', 'structures'] as const),
  ...(['lieux-ruraux', 'part-lieux-ruraux', 'postes-ruraux', 'part-postes-ruraux'] as const),
  ...(['postes-situes', 'part-postes-situes', 'a-5-km', 'a-10-km', 'a-20-km'] as const),
  ...(['ou-fs-5-km', 'ou-fs-10-km', 'ou-fs-20-km', 'investissement'] as const),
] satisfies (keyof Chiffres)[]

/** Where the page of a territory is; regions have none. */
export function hrefTerritoire({ maille }: Contexte, code: string): string | undefined {
  return maille === 'departement' ? `/departements/${code}` : undefined
}

/** The row of a territory in the table beside the map: shapes lead to it. */
export function ancreTerritoire(code: string): string {
  return `t-${code}`
}

/** The chosen indicator of each territory, the greatest first, and the figures it is made of: what is beside the map. */
export function tableauIndicateur(
  territoires: readonly Territoire[],
  indicateur: Indicateur,
  contexte: Contexte,
): Tableau {
  const cles = [indicateur.cle, ...indicateur.avec]
  const tableau = tableauOf(territoires, cles, contexte)
  const titre = `${titreDe(indicateur.cle, contexte.dates)}, ${PAR_MAILLE[contexte.maille]}`
  const lignes = tableau.lignes.map((ligne) => ({ ...ligne, id: ancreTerritoire(String(ligne.valeurs.code)) }))
  const notes = [indicateur.compte, ...notesOf(cles, contexte)]
  const range = { cle: indicateur.cle, descendant: true }
  return sortTableau({ ...tableau, id: 'indicateur', titre, lignes, notes }, range)
}

/** Every figure of every territory. */
export function tableauCouverture(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const titre = `${upperFirst(lieuxEtPostes(contexte))}, ${PAR_MAILLE[contexte.maille]}`
  return { ...tableauOf(territoires, CLES, contexte), id: 'couverture', titre, notes: notesOf(CLES, contexte) }
}

function tableauOf(territoires: readonly Territoire[], cles: readonly (keyof Chiffres)[], contexte: Contexte) {
  const colonnes = colonnesDe(cles, contexte.dates)
  const pick = (chiffres: Connus) =>
    Object.fromEntries(colonnes.map(({ cle }) => [cle, chiffres[cle as keyof Chiffres] ?? null]))
  return {
    colonnes: [...colonnesTerritoire(contexte.maille), ...colonnes],
    lignes: territoires.map((territoire) => ({
      href: hrefTerritoire(contexte, territoire.code),
      valeurs: { nom: territoire.nom, code: territoire.code, ...pick(connusOf(territoire.cellules)) },
    })),
    total: {
      valeurs: {
        nom: 'France',
        code: null,
        ...pick(chiffresOf(territoires.flatMap(({ cellules }) => cellules))),
      },
    },
    sources: sourcesOf(cles, contexte),
  }
}

/** The words that figures owe: what posts are, which reading of rurality, how distances are measured. */
function notesOf(cles: readonly (keyof Chiffres)[], contexte: Contexte): string[] {
  const note = (wanted: CleNote) => (cles.some((cle) => chiffreOf(cle).notes?.includes(wanted)) ? [NOTES[wanted]] : [])
  const ruralite = cles.some((cle) => chiffreOf(cle).fichiers.includes('densite'))
  return [
    ...note('postes'),
    ...note('siege'),
    ...(ruralite ? notesRuralite(contexte).slice(0, -1) : []),
    ...note('situes'),
    ...note('distance'),
  ]
}

/** The files that these figures are counted from, and no other. */
export function sourcesOf(cles: readonly (keyof Chiffres)[], { sources }: Contexte) {
  return (['lieux', 'structures', 'france-services', 'communes', 'densite'] as const).flatMap((kind) =>
    cles.some((cle) => chiffreOf(cle).fichiers.includes(kind)) ? sources[kind] : [],
  )
}
