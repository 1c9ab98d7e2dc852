import { type Rapport, splitGenerales } from '#app/domain/rapport/verification.ts'

/**
 * "87 lignes lues : 84 seraient affichées. 3 lignes bloquantes, 12 à vérifier, 40 avec des remarques.", and what the header
 * has of its own: it is no row.
 */
export function phraseDuRapport(rapport: Rapport): string {
  const { entete } = splitGenerales(rapport)
  const parts = DE_L_ENTETE.flatMap(([gravite, one, many]) => {
    const nombre = entete.filter(({ severity }) => severity === gravite).length
    return nombre === 0 ? [] : [count(nombre, one, many)]
  })
  const dit = parts.length > 0 ? ` En-tête : ${parts.join(', ')}.` : ''
  return phraseDesLignes(rapport, dit !== '') + dit
}

const DE_L_ENTETE = [
  ['error', 'problème bloquant', 'problèmes bloquants'],
  ['warning', 'point à vérifier', 'points à vérifier'],
  ['info', 'remarque', 'remarques'],
] as const

function phraseDesLignes({ read, publiables, lignesPar: { error, warning, info } }: Rapport, entete: boolean): string {
  const lues = `${count(read, 'ligne lue', 'lignes lues')} : ${count(publiables, 'serait affichée', 'seraient affichées')}.`
  if (error + warning + info === 0) return entete ? lues : `${lues} Aucune remarque.`
  const bloquantes = error === 0 ? 'Aucune ligne bloquante' : count(error, 'ligne bloquante', 'lignes bloquantes')
  return `${lues} ${bloquantes}, ${number(warning)} à vérifier, ${number(info)} avec des remarques.`
}

function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n < 2 ? one : many}`
}

function number(n: number): string {
  return n.toLocaleString('fr-FR')
}
