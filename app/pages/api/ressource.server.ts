import type { z } from 'zod'
import type { AppContext } from '#app/context.ts'
import type { ParamTable, ParamValues } from '#app/domain/parametres.ts'
import type { Adresse, Format } from './parametres.ts'

/** What is asked of a resource, read and found right. */
export type Demande<T extends ParamTable> = {
  context: AppContext
  /** The variable parts of the path, without extension. */
  params: Readonly<Record<string, string>>
  values: ParamValues<T>
  query: URLSearchParams
  format: Format
}

export type Objet = Readonly<Record<string, unknown>>
type Source = Objet[]

/** An answer that is one object: as it is, or under `nom` beside its sources, of which `fields` chooses the fields. */
export type Seul = { sorte: 'seul'; corps: Objet; nom?: string; headers?: Readonly<Record<string, string>> }
/** A list, in pieces: pages of JSON, or a whole file. `tete`: what is said of the list beside its rows. */
export type Liste = {
  sorte: 'liste'
  nom: string
  total: number
  page: number
  limit: number | null
  morceaux: Iterable<Objet[]>
  tete: Objet
  source: Source
  /** Columns of this answer's objects that are not there. */
  sans: readonly string[]
  fichier: string
}
export type Reponse = Seul | Liste | Response

/** An object of a list, or the one of a page: its schema, what tells it apart, whether it stands on a map. */
export type Definition = {
  schema: z.ZodObject
  cle: string
  /** Its geometry; null when it stands nowhere. */
  geometrie?: (objet: Objet) => Objet | null
}

/** One resource: the router answers with it and the description is made of it. */
export type Ressource<T extends ParamTable = ParamTable> = {
  adresse: Adresse<T>
  titre: string
  description?: string
  /** Of its JSON. */
  reponse: z.ZodType
  objet?: Definition
  /** What may be asked, as it is written after `/api/v1/`: the page shows it, the tests ask it. */
  exemples: readonly string[]
  /** Its rows in CSV, where they are not the objects themselves. */
  csv?: { schema: z.ZodObject; ligne: (objet: Objet) => Objet }
  repondre: (demande: Demande<T>) => Reponse | Promise<Reponse>
}

/** A resource whose handler knows the type of what it reads. */
export function ressource<T extends ParamTable>(une: Ressource<T>): Ressource {
  return une as unknown as Ressource
}

export function seul(corps: Objet, nom?: string, headers?: Seul['headers']): Seul {
  return { sorte: 'seul', corps, nom, headers }
}

export const point = ({ latitude, longitude }: Objet) =>
  latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
