import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Parametre = {
  name: string
  in: 'path' | 'query'
  schema: Forme & { items?: Forme }
}
type Forme = { type: string; enum?: string[]; pattern?: string; minimum?: number; maximum?: number; maxLength?: number }
type Operation = { parameters?: Parametre[]; responses: Record<string, { content?: Record<string, unknown> }> }
export type Description = { paths: Record<string, { get?: Operation; post?: Operation }> }

const DOC = 'https://openapi.test/doc'

/** A description as its reader uses it: what may be asked, and whether an answer is as it says. */
export function describedBy(description: Description) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ ...description, $id: DOC })
  const kept = new Map<string, ValidateFunction>()

  /** The faults of a body: of the path as it is described, of a status and a type. */
  function faults(
    path: string,
    method: 'get' | 'post',
    answer: { status: number; type: string; body: unknown },
  ): string[] {
    const { status, body } = answer
    const type = answer.type.split(';')[0] as string
    const content = description.paths[path]?.[method]?.responses[status]?.content
    if (content?.[type] === undefined) return [`${method} ${path} ${status} ${type} is not described`]
    const parts = [path, method, 'responses', String(status), 'content', type, 'schema']
    const pointer = `${DOC}#/paths/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
    const validate = kept.get(pointer) ?? ajv.compile({ $ref: pointer })
    kept.set(pointer, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }

  return { faults, paths: description.paths }
}

/** The path of the description that a path asked is of: an address by its own name before one by a parameter. */
export function templateOf(description: Description, pathname: string): string | undefined {
  const own = Object.keys(description.paths)
  const bare = pathname.replace(/(\/[^/.]+)\.(json|geojson|csv|xlsx)$/, '$1')
  const matching = (path: string) =>
    own.find((one) => new RegExp(`^${one.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
  return own.includes(pathname) ? pathname : (matching(bare) ?? matching(pathname))
}
