import { posix } from 'node:path'

/** What is a file by its name: everything else is a page, but for the API. */
const FICHIER = /\.[A-Za-z0-9]{1,11}$/

/** The page that says what a folder of files cannot do. */
export const SERVEUR = '/serveur'

/** Where the answer of a path stands in the folder: `/besoins` → `besoins/index.html`. Throws for what would leave it. */
export function fileOf(path: string): string {
  const plain = decodeURIComponent(path).replace(/^\/+|\/+$/g, '')
  if (plain.split('/').includes('..')) throw new Error(`${path} : ce chemin sort du dossier.`)
  if (FICHIER.test(plain)) return plain
  return plain.startsWith('api/') ? `${plain}.json` : posix.join(plain, 'index.html')
}

/** From a page to another path, as any host and any folder understand it. */
export function linkBetween(from: string, to: string): string {
  const [source, target] = [fileOf(from), fileOf(to)]
  const relative = posix.relative(posix.dirname(source), target.replace(/(?:^|(?<=\/))index\.html$/, '') || '.')
  const folder = target.endsWith('index.html')
  const link = relative === '' ? '.' : relative
  return (folder ? `${link}/` : link).split('/').map(encodeURIComponent).join('/')
}
