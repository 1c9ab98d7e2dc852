import { cleOf, motsOf, sonOf } from '#app/domain/territoires/toponymes.ts'
import { countBits, ecartDe, ecartPermis, lettresDe } from '#app/domain/texte/orthographe.ts'
import type { Db } from '../connect.server.ts'
import { remember } from '../memoire.server.ts'
import { avecAutres, choose, GRANDE, isFarLarger, sortChoix } from './choose.ts'
import { type Decoupe, decoupes, situees } from './communes.server.ts'
import type { Choix, Reponse } from './intention.ts'
import { territoiresCommences, territoiresProches } from './territoires.server.ts'
import { commenceesParLettres, deNumeros, deSon } from './toponymes.server.ts'

/** Every name by its number of letters: what is compared with a text that names nothing. */
type Noms = Map<number, { ids: number[]; cles: string[]; lettres: number[] }>

function readNoms({ $client }: Db): Noms {
  const query = `select id, cle from toponyme where genre <> 'localite'`
  const noms: Noms = new Map()
  for (const [id, cle] of $client.prepare<[], [number, string]>(query).raw().all()) {
    const same = noms.get(cle.length) ?? { ids: [], cles: [], lettres: [] }
    noms.set(cle.length, same)
    same.ids.push(id)
    same.cles.push(cle)
    same.lettres.push(lettresDe(cle))
  }
  return noms
}

/** Names that a text begins. */
const MAX_BEGUN = 3
/** The last of the levels of one letter. */
const LOIN = 2

/** Reads the names now (some 60 ms, 12 MB), so that the first text with a fault does not wait for it. */
export function prepareProches(db: Db): void {
  remember(db, readNoms)
}

/** What sounds alike is compared from four letters: below, nearly everything does. */
const MIN_SON = 4

/**
 * The communes and departments whose name is nearly that of the text, with what it says beside it: what sounds the same
 * first, then what is one letter away, then two. The nearest answer, the others are beside.
 */
export function proches(db: Db, mots: readonly string[], max: 1 | 2 = 2): Reponse | null {
  const ways = decoupes(db, mots)
  // When name and department disagree, the name decides.
  const unplaced = ways.map((way) => ({ ...way, departements: [] })).filter(({ codePostal }) => codePostal === null)
  for (const decoupe of [...ways, ...unplaced.slice(1)]) {
    const found = prochesDe(db, decoupe, max)
    if (found !== null) return found
  }
  return null
}

function prochesDe(db: Db, { nom, ...indices }: Decoupe, max: number): Reponse | null {
  const cle = cleOf(nom)
  const ecarts = ecartsDe(db, cle, max)
  const of = (ecart: number) => situees(db, deNumeros(db, ecarts[ecart] ?? []), indices) ?? []
  const bare = indices.codePostal === null && indices.departements.length === 0
  const sounds = cle.length >= MIN_SON ? (situees(db, deSon(db, sonOf(nom)), indices) ?? []) : []
  const ecrit = ({ ancien, nom }: Choix & { ancien?: string | null }) => cleOf(motsOf(ancien ?? nom))
  const heard = (most: number) => sounds.filter((one) => ecartDe(cle, ecrit(one), most) <= most)
  const un = [...(bare ? territoiresProches(db, nom, 1) : []), ...of(1)]
  const levels: Choix[][] = [
    heard(1),
    // The same letters, two of them swapped: far fewer names are as near by chance.
    un.filter((one) => lettresTriees(ecrit(one)) === lettresTriees(cle)),
    sortChoix([...heard(2), ...un]),
    sounds,
    [...(bare && max > 1 ? territoiresProches(db, nom, 2) : []), ...of(2)],
  ]
  const nearest = levels.findIndex((level) => level.length > 0)
  // "montpel" is one letter from Montcel, and the beginning of Montpellier.
  const begun: Choix[] =
    nearest >= 0 && bare && cle.length >= MIN_SON
      ? [...territoiresCommences(db, nom), ...commenceesParLettres(db, nom, MAX_BEGUN)]
      : []
  const large = begun.filter(({ population }) => population >= GRANDE)
  // Two letters away is far beside what the text begins.
  const near = nearest < 0 || (large.length > 0 && nearest > LOIN) ? [] : (levels[nearest] as Choix[])
  // "saint brieux" sounds like a hamlet of yore, and is one letter from Saint-Brieuc.
  const known = Math.max(0, ...near.map(({ population }) => population))
  const larger = nearest < LOIN ? (levels[LOIN] ?? []).filter((one) => isFarLarger(one, known)) : []
  const reponse = nearest < 0 ? null : choose([...large, ...larger, ...near], true)
  // Two letters away is far: beside only what is one away.
  return (
    reponse &&
    avecAutres(
      reponse,
      levels
        .slice(nearest + 1, 3)
        .flat()
        .sort(byPopulation),
    )
  )
}

function lettresTriees(cle: string): string {
  return [...cle].sort().join('')
}

function byPopulation(a: Choix, b: Choix): number {
  return b.population - a.population
}

/** The ids of names by their distance from the text, 1 or 2. */
function ecartsDe(db: Db, cle: string, max: number): Record<number, number[]> {
  const noms = remember(db, readNoms)
  const found: Record<number, number[]> = { 1: [], 2: [] }
  const lettres = lettresDe(cle)
  for (let length = Math.max(5, cle.length - max); length <= cle.length + max; length += 1) {
    const permis = Math.min(max, ecartPermis(length))
    const same = noms.get(length)
    if (same === undefined || Math.abs(length - cle.length) > permis) continue
    for (let i = 0; i < same.cles.length; i += 1) {
      if (countBits(lettres ^ (same.lettres[i] as number)) > 2 * permis) continue
      const ecart = ecartDe(cle, same.cles[i] as string, permis)
      if (ecart <= permis) found[ecart]?.push(same.ids[i] as number)
    }
  }
  return found
}
