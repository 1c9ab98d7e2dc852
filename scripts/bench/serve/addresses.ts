import { isPrivateUrl } from '#app/cles.ts'
import type { Db } from '#db/connect.server.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { listPages } from '#db/sitemap.server.ts'

/** Where nobody may be told from a copy: a position, what was typed. */
export const PRIVATE = [
  '/?lat=45.18&lon=5.72',
  '/?q=prades',
  '/fiches.json?l=1&lat=45.18&lon=5.72',
  '/?q=12+rue+de+la+paix+dax',
]

/** Real addresses of the database at `path`, `count` of them, each once, of every kind, mixed as visitors mix them. */
export function addressesOf(path: string, count: number): string[] {
  const db = openReadOnly(path)
  try {
    const pages = listPages(db, '9999-12-31').map(({ chemin }) => chemin)
    return shuffled([...new Set([...figures(), ...lists(db), ...pages])]).slice(0, count)
  } finally {
    db.$client.close()
  }
}

function figures(): string[] {
  return [
    '/',
    '/?vue=liste',
    '/couverture',
    '/evolution',
    '/scenarios',
    '/departements',
    '/besoins',
    '/methode',
    '/a-propos',
  ]
}

function lists(db: Db): string[] {
  const codes = db.$client.prepare<[], string>('select code from departement order by code').pluck().all()
  const ways = ['', '&gratuit=1', '&ouvert=maintenant', '&ouvert=samedi', '&ruralite=rural', '&page=2', '&vue=carte']
  const found = codes.flatMap((code) => ways.map((way) => `/?departement=${code}${way}`))
  return found.filter((url) => !isPrivateUrl(url))
}

/** The same order each time (a multiplicative hash), and no kind after the other. */
function shuffled(urls: string[]): string[] {
  const rank = new Map(urls.map((url, index) => [url, (index * 2_654_435_761) % 2 ** 32]))
  return urls.sort((left, right) => (rank.get(left) ?? 0) - (rank.get(right) ?? 0))
}
