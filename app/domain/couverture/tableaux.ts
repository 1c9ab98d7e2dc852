import { type Colonne, sortTableau, type Tableau } from '../tableau.ts'
import { type Chiffres, chiffresOf, type Territoire } from './comptes.ts'
import {
  type Contexte,
  NOM_MAILLE,
  NOTE_DISTANCE,
  NOTE_POSTES,
  NOTE_SIEGE,
  notesRuralite,
  postesValides,
} from './contexte.ts'
import { type CleChiffre, FIGURES, type Indicateur, PAR_MAILLE } from './indicateurs.ts'

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
  const titre = `${titreIndicateur(indicateur, contexte)}, ${PAR_MAILLE[contexte.maille]}`
  const lignes = tableau.lignes.map((ligne) => ({ ...ligne, id: ancreTerritoire(String(ligne.valeurs.code)) }))
  const notes = [indicateur.compte, ...notesOf(cles, contexte)]
  const range = { cle: indicateur.cle, descendant: true }
  return sortTableau({ ...tableau, id: 'indicateur', titre, lignes, notes }, range)
}

/** "Postes validés au 5 avril 2023 pour 10 000 habitants": posts are never said without their date. */
export function titreIndicateur({ nom }: Indicateur, contexte: Contexte): string {
  return nom.replace(/postes validés/i, (mots) => postesValides(contexte).replace(/^postes validés/, mots))
}

/** Every figure of every territory. */
export function tableauCouverture(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const cles = Object.keys(FIGURES) as CleChiffre[]
  const titre = `Lieux d’accueil et ${postesValides(contexte)}, ${PAR_MAILLE[contexte.maille]}`
  return { ...tableauOf(territoires, cles, contexte), id: 'couverture', titre, notes: notesOf(cles, contexte) }
}

function tableauOf(territoires: readonly Territoire[], cles: readonly CleChiffre[], contexte: Contexte) {
  const nom: Colonne = { cle: 'nom', nom: NOM_MAILLE[contexte.maille], nature: 'texte' }
  const code: Colonne = { cle: 'code', nom: 'Code', nature: 'code' }
  return {
    colonnes: [nom, code, ...cles.map((cle): Colonne => ({ cle, ...FIGURES[cle] }))],
    lignes: territoires.map((territoire) => ({
      href: hrefTerritoire(contexte, territoire.code),
      valeurs: { nom: territoire.nom, code: territoire.code, ...pick(chiffresOf(territoire.cellules), cles) },
    })),
    total: {
      valeurs: {
        nom: 'France',
        code: null,
        ...pick(chiffresOf(territoires.flatMap(({ cellules }) => cellules)), cles),
      },
    },
    sources: sourcesOf(cles, contexte),
  }
}

function pick(chiffres: Chiffres, cles: readonly CleChiffre[]) {
  return Object.fromEntries(cles.map((cle) => [cle, chiffres[cle]]))
}

/** The words that a figure owes: what posts are, which reading of rurality, how distances are measured. */
function notesOf(cles: readonly CleChiffre[], contexte: Contexte): string[] {
  const has = (mot: string) => cles.some((cle) => cle.includes(mot))
  return [
    ...(has('postes') || has('investissement') ? [NOTE_POSTES] : []),
    ...(has('postes-ruraux') ? [NOTE_SIEGE] : []),
    ...(has('ruraux') ? notesRuralite(contexte).slice(0, -1) : []),
    ...(has('km') ? [NOTE_DISTANCE] : []),
  ]
}

function sourcesOf(cles: readonly CleChiffre[], { sources }: Contexte) {
  const has = (pattern: RegExp) => cles.some((cle) => pattern.test(cle))
  return [
    ...(has(/lieux|km/) ? sources.lieux : []),
    ...(has(/postes|structures|investissement/) ? sources.structures : []),
    ...(has(/population|10000|km/) ? sources.communes : []),
    ...(has(/ruraux/) ? sources.densite : []),
  ]
}
