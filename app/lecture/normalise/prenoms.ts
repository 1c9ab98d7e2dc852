import { fold } from '#app/domain/texte/fold.ts'
import { readEmbeddedTable } from '../read-embedded.ts'

/** In use in France, and not in the list that data/referentiel/prenoms.csv is made of. */
const AUTRES = `
annick christel christele cyndie daniele donovan fabienne farid fatiha ghislaine gildas hamid hanane ingrid jacky jamila
jeannine jessy josette josiane juliane karima karin laurette lyse madison maite marcelle marielle marjolaine maryline maryse
maryvonne mehmet micheline mounir mourad nabila najat narjis noella nolwenn nouria ocean pascaline rachida saida slimane soufiane
stephan stevie sylvaine sylvette ursula violaine yan yvon
jean-paul jean-pierre jean-luc jean-marc jean-michel jean-claude jean-francois marie-pierre marie-claude marie-france anne-marie
anne-laure anne-sophie marie-laure
`

let prenoms: ReadonlySet<string> | null = null

/** True for a folded first name. A word that is also of services or places is one too: what stands around it decides. The list is read when first asked for. */
export function isPrenom(word: string): boolean {
  prenoms ??= new Set([
    ...readEmbeddedTable('prenoms.csv').map(({ prenom }) => prenom ?? ''),
    ...AUTRES.trim().split(/\s+/).map(fold),
  ])
  return prenoms.has(word)
}
