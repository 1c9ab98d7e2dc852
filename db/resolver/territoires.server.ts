import { readDepartementCode } from '#app/domain/territoires/codes.ts'
import { cleOf, motsOf } from '#app/domain/territoires/toponymes.ts'
import { TERRITOIRES_USUELS } from '#app/domain/territoires/usuels.ts'
import { ecartDe, ecartPermis } from '#app/domain/texte/orthographe.ts'
import type { Db } from '../connect.server.ts'
import { remember } from '../memoire.server.ts'
import type { ChoixTerritoire } from './intention.ts'

type Departement = { code: string; nom: string; population: number; region: string | null }

/** Departments, regions and territories by `cle`, and departments by code; those of the database only. */
type Territoires = { parNom: Map<string, ChoixTerritoire>; parCode: Map<string, ChoixTerritoire> }

export function territoiresOf(db: Db): Territoires {
  return remember(db, readTerritoires)
}

function readTerritoires({ $client }: Db): Territoires {
  const departements = $client
    .prepare<[], Departement>(
      `select d.code, d.nom, d.population, r.nom as region from departement d left join region r on r.code = d.region_code
       order by d.code`,
    )
    .all()
  const parCode = new Map(departements.map(({ code, nom, population }) => [code, made(nom, [code], population)]))
  const parNom = new Map<string, ChoixTerritoire>()
  const add = (nom: string, codes: readonly string[]) => {
    const known = codes.flatMap((code) => parCode.get(code) ?? [])
    const [alone] = known
    if (alone === undefined || parNom.has(cleOf(motsOf(nom)))) return
    const population = known.reduce((sum, one) => sum + one.population, 0)
    // A department by a former name is shown under its own.
    const territoire =
      known.length === 1
        ? alone
        : made(
            nom,
            known.flatMap((one) => one.codes),
            population,
          )
    for (const cle of clesDe(nom)) if (!parNom.has(cle)) parNom.set(cle, territoire)
  }
  for (const { nom, code } of departements) add(nom, [code])
  for (const region of new Set(departements.map(({ region }) => region))) {
    const own = departements.filter((one) => one.region === region)
    if (region !== null)
      add(
        region,
        own.map(({ code }) => code),
      )
  }
  for (const { nom, codes } of TERRITOIRES_USUELS) add(nom, codes)
  return { parNom, parCode }
}

function made(nom: string, codes: readonly string[], population: number): ChoixTerritoire {
  return { type: codes.length === 1 ? 'departement' : 'region', nom, codes, population }
}

const ARTICLE = /^(le|la|les|l) /

/** A name is known with and without its article, whichever the list has: "la réunion", "reunion"; "le cantal". */
function clesDe(nom: string): string[] {
  const mots = motsOf(nom)
  const bare = mots.replace(ARTICLE, '')
  return [mots, bare, ...['le', 'la', 'les', 'l'].map((article) => `${article} ${bare}`)].map(cleOf)
}

export function territoireNomme(db: Db, mots: string): ChoixTerritoire | null {
  return territoiresOf(db).parNom.get(cleOf(mots)) ?? null
}

/** The departments of a number as it is typed: "66", "2a", "6"; both of Corsica for "20". */
export function departementsDeNumero(db: Db, text: string): ChoixTerritoire[] {
  const { parCode } = territoiresOf(db)
  const codes = text === '20' ? ['2A', '2B'] : [readDepartementCode(text) ?? '']
  return codes.flatMap((code) => parCode.get(code) ?? [])
}

/** The departments of these codes, one by one, in their order. */
export function departementsDe(db: Db, codes: readonly string[]): ChoixTerritoire[] {
  return codes.flatMap((code) => territoiresOf(db).parCode.get(code) ?? [])
}

/** Letters from which a name left unfinished is that of a department. */
const MIN_COMMENCE = 3

/** The territories whose name begins by these words and letters ("canta", "pyr"), the most populated first. */
export function territoiresCommences(db: Db, mots: string): ChoixTerritoire[] {
  const cle = cleOf(mots)
  return cle.length < MIN_COMMENCE ? [] : ofNoms(db, (nom) => nom.startsWith(cle))
}

/** Those whose name these words misspell, by so many letters or fewer. */
export function territoiresProches(db: Db, mots: string, max: 1 | 2): ChoixTerritoire[] {
  const cle = cleOf(mots)
  return ofNoms(db, (nom) => {
    const permis = Math.min(max, ecartPermis(nom.length))
    return ecartDe(cle, nom, permis) <= permis
  })
}

function ofNoms(db: Db, suits: (nom: string) => boolean): ChoixTerritoire[] {
  const found = [...territoiresOf(db).parNom].flatMap(([nom, territoire]) => (suits(nom) ? [territoire] : []))
  return [...new Set(found)].sort((a, b) => b.population - a.population)
}
