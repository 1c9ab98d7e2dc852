import { z } from 'zod'
import { openapiOf } from '../openapi.server.ts'
import { ADRESSES } from '../parametres.ts'
import { type Ressource, ressource, seul } from '../ressource.server.ts'

/** The description of the others. */
export function openapi(autres: () => Readonly<Partial<Record<string, Ressource>>>): Ressource {
  return ressource({
    adresse: ADRESSES.openapi,
    titre: 'Cette description, en OpenAPI 3.1',
    reponse: z.looseObject({ openapi: z.string() }),
    exemples: ['openapi.json'],
    repondre: ({ context: { publicUrl } }) => seul(openapiOf(autres(), publicUrl)),
  })
}
