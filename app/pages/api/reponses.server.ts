import { z } from 'zod'
import type { Definition } from './ressource.server.ts'
import { Sources } from './schemas.server.ts'

/** An object, whole or with the fields that were asked. */
export function objetDe({ schema, cle }: Definition): z.ZodType {
  return z.union([schema, reduit(schema, cle)])
}

function reduit(schema: z.ZodObject, cle: string): z.ZodType {
  return schema.partial().required({ [cle]: true } as never)
}

/** A page of a list, with what is said of it. */
export function reponseDeListe(nom: string, objet: Definition, tete: z.ZodRawShape = {}) {
  return z.strictObject({
    total: z.int().describe('Combien en tout, toutes pages ensemble.'),
    page: z.int(),
    limit: z.int().nullable().describe('Combien par page ; null : tous.'),
    ...tete,
    [nom]: z.array(objetDe(objet)),
    source: Sources,
  })
}

/** One object under its name, with its sources and what is said beside it. */
export function reponseSeule(nom: string, objet: Definition, autour: z.ZodRawShape = {}) {
  return z.strictObject({ [nom]: objetDe(objet), ...autour, source: Sources })
}
