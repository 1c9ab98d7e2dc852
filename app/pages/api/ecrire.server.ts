import Papa from 'papaparse'
import { z } from 'zod'
import { FORMULE_DE_TABLEUR } from '#app/domain/texte/formule.ts'
import type { Definition, Liste, Objet } from './ressource.server.ts'

/** What of an object is written: `fields`, with what tells it apart; all of it otherwise. */
export function choisir(fields: string | null, { schema, cle }: Definition): (objet: Objet) => Objet {
  if (fields === null) return (objet) => objet
  const asked = new Set([cle, ...fields.split(',')])
  const kept = Object.keys(schema.shape).filter((nom) => asked.has(nom))
  return (objet) => Object.fromEntries(kept.flatMap((nom) => (nom in objet ? [[nom, objet[nom]]] : [])))
}

export function* writeJson({ nom, total, page, limit, tete, source, morceaux }: Liste, choix: (o: Objet) => Objet) {
  yield* writeListe(`${JSON.stringify({ total, page, limit, ...tete }).slice(0, -1)},"${nom}":[`, morceaux, choix)
  yield `],${JSON.stringify({ source }).slice(1)}`
}

/** RFC 7946; what is said of the list, as members of the collection. */
export function* writeGeojson(
  { total, page, limit, tete, source, morceaux }: Liste,
  choix: (o: Objet) => Objet,
  objet: Definition,
) {
  yield* writeListe('{"type":"FeatureCollection","features":[', morceaux, (one) => feature(one, choix, objet))
  yield `],${JSON.stringify({ total, page, limit, ...tete, source }).slice(1)}`
}

function* writeListe(debut: string, morceaux: Iterable<Objet[]>, choix: (o: Objet) => Objet): Iterable<string> {
  let before = debut
  for (const some of morceaux) {
    if (some.length === 0) continue
    yield before + some.map((one) => JSON.stringify(choix(one))).join(',')
    before = ','
  }
  if (before === debut) yield debut
}

/** Where it stands is its geometry, and no property. */
export function feature(objet: Objet, choix: (o: Objet) => Objet, { cle, geometrie }: Definition): Objet {
  const { latitude: _lat, longitude: _lon, ...properties } = choix(objet)
  return { type: 'Feature', id: objet[cle], geometry: geometrie?.(objet) ?? null, properties }
}

/**
 * A table: lists joined by `|` as the standard does, objects as so many columns. Each cell is exact, unless a spreadsheet is
 * said to read it.
 */
export function* writeCsv(
  { morceaux, sans, source }: Liste,
  choix: (o: Objet) => Objet,
  { schema, ligne, tableur }: { schema: z.ZodObject; ligne: (o: Objet) => Objet; tableur: boolean },
): Iterable<string> {
  const provenance = provenanceOf(source)
  const colonnes = colonnesOf(schema, choix).filter(({ nom }) => !sans.includes(nom))
  const constantes = Object.values(provenance)
  const write = (rows: unknown[][]) =>
    `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: tableur && FORMULE_DE_TABLEUR })}\r\n`
  // The mark makes spreadsheets read the accents.
  yield `\uFEFF${[...colonnes.map(({ nom }) => nom), ...Object.keys(provenance)].join(',')}\r\n`
  for (const some of morceaux)
    if (some.length > 0) yield write(some.map((one) => [...cellulesOf(ligne(one), colonnes), ...constantes]))
}

/** A column of a table of objects: a field, or a field of an object inside. */
export type ColonneDObjet = { nom: string; champ: string; dedans: string | null }

/** The columns of the objects of a schema: an object inside is a column for each of its fields. */
export function colonnesOf(schema: z.ZodObject, choix: (o: Objet) => Objet = (o) => o): ColonneDObjet[] {
  return Object.keys(choix(schema.shape)).flatMap((champ): ColonneDObjet[] => {
    const inside = schema.shape[champ]
    if (!(inside instanceof z.ZodObject)) return [{ nom: champ, champ, dedans: null }]
    return Object.keys(inside.shape).map((dedans) => ({ nom: `${champ}_${dedans}`, champ, dedans }))
  })
}

/** What an object says in each column: read by its field, since an object made flat first is a third of a file's time. */
export function cellulesOf(objet: Objet, colonnes: readonly ColonneDObjet[]): unknown[] {
  return colonnes.map(({ champ, dedans }) => {
    const valeur = objet[champ]
    if (Array.isArray(valeur)) return valeur.join('|')
    return dedans === null ? valeur : (valeur as Objet | null | undefined)?.[dedans]
  })
}

/** What a row says of its origin, where a file is read without what came with it. */
function provenanceOf(source: readonly Objet[]): Record<string, string> {
  const tous = (nom: string) => [...new Set(source.map((one) => one[nom]).filter((one) => one != null))].join('|')
  return {
    donnees_titre: tous('titre'),
    donnees_date: tous('date'),
    donnees_licence: tous('licence'),
    donnees_demonstration: String(source.some(({ demonstration }) => demonstration === true)),
  }
}
