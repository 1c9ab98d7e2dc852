import { z } from 'zod'
import type { ParamKind } from '#app/domain/parametres/kinds.ts'
import { TYPES } from '#app/negociation.ts'
import { CHEMINS, type Chemin, type Format } from './parametres.ts'
import { Probleme } from './probleme.server.ts'
import type { Definition, Ressource } from './ressource.server.ts'
import { Sources } from './schemas.server.ts'
import { Rapport } from './verifier.server.ts'

type Schema = Readonly<Record<string, unknown>>

/** Of the API: the first number changes when an answer loses something (the page /api says the policy). */
export const VERSION = '1.0.0'

/**
 * What describes the API: made from the tables that read requests and from the schemas that answers are written by, so that it
 * cannot say something else. `ressources` by the key of their address.
 */
export function openapiOf(ressources: Readonly<Partial<Record<string, Ressource>>>, publicUrl: string): Schema {
  const schemas = new Map<string, Schema>()
  const paths = Object.fromEntries(
    CHEMINS.flatMap((chemin) => {
      const une = ressources[chemin.cle]
      const operation = chemin.cle === 'verifier' ? verifier(schemas) : une && lecture(chemin, une, schemas)
      return operation ? [[templateOf(chemin.chemin), operation]] : []
    }),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Où sont les conseillers numériques ?',
      version: VERSION,
      summary: 'Les lieux, les employeurs et les chiffres, sans clé.',
      description: `La page ${publicUrl}/api les explique. Chaque réponse cite ses sources, leur date et leur licence.`,
      license: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: Object.fromEntries(schemas) },
  }
}

function templateOf(chemin: string): string {
  return chemin.replace(/:(\w+)/g, '{$1}')
}

function lecture({ chemin, format, table }: Chemin, une: Ressource, schemas: Map<string, Schema>): Schema {
  const formats = format === null ? une.adresse.formats : [format]
  const content = Object.fromEntries(
    formats.map((one) => [TYPES[one].split(';')[0], { schema: schemaDuFormat(one, une, schemas) }]),
  )
  const headers = une.objet && 'limit' in table ? { Link: TETE_LINK, 'X-Total-Count': TETE_TOTAL, ETag } : { ETag }
  return {
    get: {
      summary: une.titre,
      ...(une.description && { description: une.description }),
      operationId: chemin.replace(/^\/api\/v1\//, '').replace(/\W+/g, '_'),
      parameters: [...partsOf(chemin), ...Object.entries(table).map(([nom, kind]) => parametre(nom, kind))],
      responses: { 200: { description: 'La réponse.', headers, content }, ...refus(chemin, schemas) },
    },
  }
}

const texte = { schema: { type: 'string' } }
const ETag = { description: 'L’état des données : le même dans « If-None-Match » répond 304.', ...texte }
const TETE_LINK = { description: 'Les pages voisines (RFC 8288).', ...texte }
const TETE_TOTAL = { description: 'Combien en tout.', schema: { type: 'integer' } }

function partsOf(chemin: string): Schema[] {
  return [...chemin.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, ...texte }))
}

/** A parameter as its table says it. */
function parametre(name: string, { sens, expected, forme, repeatable }: ParamKind): Schema {
  const one = forme ?? { type: 'string' }
  const description = [sens, `Valeur : ${expected}.`].filter(Boolean).join(' ')
  return {
    ...{ name, in: 'query', required: false, description },
    ...(repeatable ? { schema: { type: 'array', items: one }, style: 'form', explode: true } : { schema: one }),
  }
}

function refus(chemin: string, schemas: Map<string, Schema>): Schema {
  const content = { 'application/problem+json': { schema: schemaOf(Probleme, schemas) } }
  const dits: Record<string, string> = {
    400: 'Un paramètre est mal écrit : la phrase le nomme.',
    ...(chemin.includes(':') && { 404: 'Rien n’a cet identifiant.' }),
    ...(chemin.startsWith('/api/v1/lieux/:') && { 410: 'Ce lieu n’est plus dans le fichier.' }),
    429: 'Trop de demandes : « Retry-After » dit quand reprendre.',
  }
  return Object.fromEntries(Object.entries(dits).map(([status, description]) => [status, { description, content }]))
}

function schemaDuFormat(format: Format, { reponse, objet }: Ressource, schemas: Map<string, Schema>): Schema {
  if (format === 'json') return schemaOf(reponse, schemas)
  if (format === 'geojson' && objet) return schemaOf(geojsonOf(reponse, objet), schemas)
  return { type: 'string', ...(format === 'xlsx' && { format: 'binary' }) }
}

const position = z.array(z.number()).min(2).max(3)
const anneau = z.array(position).min(4)
const geometrie = z.union([
  z.null(),
  z.strictObject({ type: z.literal('Point'), coordinates: position }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(anneau) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(anneau)) }),
])

/** The same objects as features: their point is their geometry, what is said beside them is said of the collection. */
function geojsonOf(reponse: z.ZodType, { schema, cle }: Definition): z.ZodType {
  const { latitude: _lat, longitude: _lon, ...proprietes } = schema.shape
  const properties = z.strictObject(proprietes)
  const reduites = properties.partial().required({ [cle]: true } as never)
  const une = {
    type: z.literal('Feature'),
    id: z.string(),
    geometry: geometrie,
    properties: z.union([properties, reduites]),
  }
  const autour = Object.entries((reponse as z.ZodObject).shape).filter(
    ([nom, one]) => nom !== 'source' && !estObjet(one, schema),
  )
  const tete = Object.fromEntries(autour) as z.ZodRawShape
  if (!('total' in tete)) return z.strictObject({ ...une, ...tete, source: Sources })
  return z.strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(z.strictObject(une)),
    ...tete,
    source: Sources,
  })
}

/** The object of the answer, alone or in a list: whole or reduced. */
function estObjet(one: unknown, schema: z.ZodObject): boolean {
  const inside = one instanceof z.ZodArray ? one.element : one
  return inside instanceof z.ZodUnion && inside.options[0] === schema
}

/** Its JSON Schema; what has a name of its own is put among the components, once. */
function schemaOf(type: z.ZodType, schemas: Map<string, Schema>): Schema {
  const {
    $schema: _,
    $defs,
    ...schema
  } = z.toJSONSchema(type, { target: 'draft-2020-12', reused: 'inline' }) as Schema & {
    $defs?: Record<string, Schema>
  }
  for (const [nom, one] of Object.entries($defs ?? {})) {
    const { id: _id, ...own } = referring(one) as Schema
    schemas.set(nom, own)
  }
  const { id, ...own } = referring(schema) as Schema
  if (typeof id !== 'string') return own
  schemas.set(id, own)
  return { $ref: `#/components/schemas/${id}` }
}

function referring(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(referring)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' ? [key, String(value).replace('#/$defs/', '#/components/schemas/')] : [key, referring(value)],
    ),
  )
}

function verifier(schemas: Map<string, Schema>): Schema {
  const fichier = { schema: { type: 'string', format: 'binary' } }
  const formulaire = {
    schema: {
      type: 'object',
      properties: { fichier: fichier.schema, type: { type: 'string' } },
      required: ['fichier'],
    },
  }
  const probleme = { 'application/problem+json': { schema: schemaOf(Probleme, schemas) } }
  const dits = {
    400: 'Le fichier n’est pas un tableau qu’on sait lire.',
    408: 'L’envoi est trop lent.',
    413: 'Le fichier est trop gros : 5 Mo au plus.',
    415: 'Ce type d’envoi n’est pas lu.',
    422: 'Le fichier demande trop de travail.',
    429: 'Trop de demandes.',
    503: 'Trop de fichiers à la fois : « Retry-After » dit quand reprendre.',
  }
  return {
    post: {
      summary: 'Vérifie un fichier avant de le publier',
      description:
        'Ce que dit la page « Vérifier un fichier », pour un programme. 5 Mo et 50 000 lignes au plus ; rien n’est gardé.',
      operationId: 'verifier',
      requestBody: {
        required: true,
        content: { 'multipart/form-data': formulaire, 'text/csv': fichier, 'application/octet-stream': fichier },
      },
      responses: {
        200: { description: 'Le rapport.', content: { 'application/json': { schema: schemaOf(Rapport, schemas) } } },
        ...Object.fromEntries(
          Object.entries(dits).map(([status, description]) => [status, { description, content: probleme }]),
        ),
      },
    },
  }
}
