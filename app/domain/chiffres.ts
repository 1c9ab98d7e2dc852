import { type Dates, dater, SANS_DATES } from './chiffres/dates.ts'
import { type CleChiffre, type Connus, chiffreOf } from './chiffres/table.ts'
import type { Colonne, Fichier } from './chiffres/tableau.ts'
import { arrondir } from './chiffres/taux.ts'
import { formatNombre } from './texte/format.ts'

/** "Postes validés au 5 avril 2023": above a column, in a sentence. */
export function nomDe(cle: CleChiffre, dates: Dates): string {
  return dater(chiffreOf(cle).nom, dates)
}

/** Alone above a map: "Lieux d’accueil connus au 6 juillet 2022, pour 10 000 habitants". */
export function titreDe(cle: CleChiffre, dates: Dates): string {
  const { nom, titre = nom } = chiffreOf(cle)
  return dater(titre, dates)
}

/** In few words, under a heading that says the date or before others: "Lieux", "Pour 10 000 habitants". */
export function nomCourt(cle: CleChiffre): string {
  const { nom, court = nom } = chiffreOf(cle)
  return dater(court, SANS_DATES)
}

/** The file without which a figure is unknown; undefined when another file gives it. */
export function fichierDe(cle: CleChiffre): Fichier | undefined {
  return (['lieux', 'structures'] as const).find((kind) => chiffreOf(cle).fichiers.includes(kind))
}

/** Its column in a table: a stock says its date. */
export function colonneDe(cle: CleChiffre, dates: Dates): Colonne {
  const { nature, anciens } = chiffreOf(cle)
  return { cle, nom: nomDe(cle, dates), nature, fichier: fichierDe(cle), anciens }
}

/** The columns of figures: after a share, those that it is made of, in the files alone where the page has none. */
export function colonnesDe(cles: readonly CleChiffre[], dates: Dates): Colonne[] {
  const dites = new Set<string>(cles)
  return cles.flatMap((cle) => {
    const dessous = (chiffreOf(cle).faitDe ?? []).filter((one) => !dites.has(one)) as CleChiffre[]
    for (const one of dessous) dites.add(one)
    return [colonneDe(cle, dates), ...dessous.map((one): Colonne => ({ ...colonneDe(one, dates), cachee: true }))]
  })
}

/** Its column under a heading that says which reading it is: "Par lieu d’accueil". */
export function colonneSous(groupe: string, cle: CleChiffre): Colonne {
  return { cle, nom: nomCourt(cle), nature: chiffreOf(cle).nature, groupe, fichier: fichierDe(cle) }
}

/** The figures of a territory in the words and decimals of the API, in this order. */
export function chiffresJson(chiffres: Connus, cles: readonly CleChiffre[]): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const cle of cles) {
    const [chemin = cle, decimales = 0] = chiffreOf(cle).api ?? []
    const [nom = cle, dedans] = chemin.split('.')
    const valeur = chiffres[cle] ?? null
    const ronde = valeur === null ? null : arrondir(valeur, decimales)
    json[nom] = dedans === undefined ? ronde : { ...(json[nom] as object), [dedans]: ronde }
  }
  return json
}

/** What shares within a distance leave out; nothing when they leave out nothing, or where nobody is placed. */
export function noteCalcul({ couvert }: Connus): string[] {
  if (!couvert || couvert === 1) return []
  const part = formatNombre(Math.floor(couvert * 1000) / 10)
  return [
    `Distances calculées sur ${part} % de la population : le centre des autres communes, ou tout lieu de leur territoire, n’est pas connu.`,
  ]
}
