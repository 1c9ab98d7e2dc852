import { ADRESSES, CHEMINS, FORMATS, type Format } from './pages/api/parametres.ts'

export const TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const NEGOCIES = CHEMINS.filter(({ format, cle }) => format === null && ADRESSES[cle].formats.length > 1).map(
  ({ chemin, cle }) => ({
    formats: ADRESSES[cle].formats,
    matches: new RegExp(`^${chemin.replace(/:\w+/g, '[^/.]+')}$`),
  }),
)

/**
 * The address that an address of the API stands for, for who accepts this: `/api/v1/lieux` asked in CSV is
 * `/api/v1/lieux.csv`. One address has then one answer, which may be kept.
 */
export function negociee(url: string, accept: string | undefined): string {
  if (!accept || !url.startsWith('/api/v1/')) return url
  const at = url.indexOf('?')
  const [path, query] = at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at)]
  const formats = NEGOCIES.find(({ matches }) => matches.test(path))?.formats
  const format = formats && formatOf(accept, formats)
  return format === undefined || format === 'json' ? url : `${path}.${format}${query}`
}

/** The format that is wanted most; JSON for who wants anything, or nothing of ours. */
function formatOf(accept: string, formats: readonly Format[]): Format {
  const wanted = accept
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [type = '', ...settings] = part.toLowerCase().split(';')
      const q = settings.find((one) => one.trim().startsWith('q='))
      return { type: type.trim(), q: q === undefined ? 1 : Number(q.trim().slice(2)) || 0 }
    })
  const qOf = (format: Format) =>
    wanted.find(({ type }) => type === TYPES[format].split(';')[0] || (format === 'json' && type === '*/*'))?.q ?? 0
  return FORMATS.filter((one) => formats.includes(one)).reduce(
    (best, one) => (qOf(one) > qOf(best) ? one : best),
    'json',
  )
}
