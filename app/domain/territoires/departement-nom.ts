/** The article that a department's name takes in a sentence, by code; those not listed take none ("Paris", "Mayotte"). */
const ARTICLES: Record<string, string> = {
  le: '14 15 18 25 29 30 32 39 41 45 46 47 49 56 59 62 63 67 68 69 81 82 83 84 90 94 95',
  la: '16 17 19 2A 2B 21 23 24 26 31 33 42 43 44 48 50 51 52 53 54 55 57 58 70 71 72 73 74 76 77 80 85 86 87 93 971 972 973 987 988',
  'l’': '01 02 03 07 09 10 11 12 27 28 34 35 36 37 38 60 61 89 91',
  les: '04 05 06 08 13 22 40 64 65 66 78 79 88 92',
}

const PAR_CODE = new Map(
  Object.entries(ARTICLES).flatMap(([article, codes]) => codes.split(' ').map((code) => [code, article] as const)),
)

type Departement = { code: string; nom: string }

/** As the subject of a sentence: "La Creuse", "L’Ain", "Les Landes", "Paris", "La Réunion". */
export function leDepartement({ code, nom }: Departement): string {
  const article = PAR_CODE.get(code) ?? ''
  return article === '' ? nom : join(article[0]?.toUpperCase() + article.slice(1), nom)
}

/** As a complement: "de la Creuse", "de l’Ain", "du Cantal", "des Landes", "de Paris", "de La Réunion". */
export function duDepartement({ code, nom }: Departement): string {
  const article = PAR_CODE.get(code) ?? ''
  if (article === 'le') return `du ${nom}`
  return article === 'les' ? `des ${nom}` : `de ${join(article, nom)}`
}

/** "Les Landes comptent": the verb follows the name. */
export function isPluriel({ code }: Departement): boolean {
  return PAR_CODE.get(code) === 'les'
}

function join(article: string, nom: string): string {
  return article === '' || article.endsWith('’') ? article + nom : `${article} ${nom}`
}
