import type { Rapport } from '#app/domain/rapport/verification.ts'

/** "87 lignes lues : 84 seraient affichées. 3 lignes bloquantes, 12 à vérifier, 40 avec des remarques." */
export function phraseDuRapport({ read, publiables, lignesPar: { error, warning, info } }: Rapport): string {
  const lues = `${count(read, 'ligne lue', 'lignes lues')} : ${count(publiables, 'serait affichée', 'seraient affichées')}.`
  if (error + warning + info === 0) return `${lues} Aucune remarque.`
  const bloquantes = error === 0 ? 'Aucune ligne bloquante' : count(error, 'ligne bloquante', 'lignes bloquantes')
  return `${lues} ${bloquantes}, ${number(warning)} à vérifier, ${number(info)} avec des remarques.`
}

function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n < 2 ? one : many}`
}

function number(n: number): string {
  return n.toLocaleString('fr-FR')
}
