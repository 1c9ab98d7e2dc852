import { documentOfCouche } from '#app/domain/carte/couches.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { COUCHES } from '#app/domain/vocabulary.ts'
import { FIXES } from '#app/pages/moteurs/sitemap.server.ts'
import type { Db } from '#db/connect.server.ts'
import { listPages } from '#db/sitemap.server.ts'

/** `departements`: null for all of them. */
export type Choix = { communes: boolean; departements: ReadonlySet<string> | null }

/** What no page leads to, and others read. */
const DONNEES = [
  ...['/robots.txt', '/sitemap.xml', '/llms.txt', '/apercu.png', '/flux/france.xml', '/contours.json', '/points.json'],
  ...COUCHES.map((couche) => `/${documentOfCouche(couche)}.json`),
  ...['/api/v1/lieux', '/api/v1/lieux.geojson', '/api/v1/lieux.csv', '/api/v1/departements', '/api/v1/couverture'],
]

/** The paths that the folder has whatever its pages lead to. */
export function seedsOf(db: Db, today: string, choix: Choix): string[] {
  const admits = admitterOf(db, choix)
  const communes = choix.communes ? communesOf(db) : []
  const answers = communes.map((chemin) => `/api/v1${chemin}/lieux`)
  const pages = [...FIXES, ...DONNEES, ...listPages(db, today).map(({ chemin }) => chemin), ...communes, ...answers]
  return pages.filter((path) => admits(path) && hasData(db, path))
}

/** A layer of which there is no place has no points. */
function hasData({ $client }: Db, path: string): boolean {
  const [, nom] = path.match(/^\/(points[\w-]*)\.json$/) ?? []
  return !nom || $client.prepare('SELECT 1 FROM document WHERE nom = ?').get(nom) !== undefined
}

function communesOf({ $client }: Db): string[] {
  return $client.prepare<[], string>("SELECT '/communes/' || code FROM commune ORDER BY code").pluck().all()
}

const COMMUNE = /^\/(?:api\/v1\/communes|communes|collectivites\/commune|flux\/collectivites\/commune)\/([^/.]+)/
const DEPARTEMENT =
  /^\/(?:departements|collectivites\/departement|flux\/departements|flux\/collectivites\/departement)\/(?!fichier\/)([^/.]+)/
/** An EPCI, an employer's own report: they may cross departments. */
const AUTRE_TERRITOIRE = /^\/(?:(?:flux\/)?collectivites\/[^/]+\/|(?:flux\/)?epci\/(?!fichier\/))/

/** Whether a path is of what was chosen. */
export function admitterOf({ $client }: Db, { communes, departements }: Choix): (path: string) => boolean {
  const ofLieu = $client.prepare<[string], string>('SELECT departement_code FROM lieu WHERE id = ?').pluck()
  const ofStructure = $client.prepare<[string], string>('SELECT departement_code FROM structure WHERE cle = ?').pluck()
  const within = (code: string | undefined) => departements === null || (code !== undefined && departements.has(code))
  const nameIn = (path: string, pattern: RegExp) => path.match(pattern)?.[1]
  return (path) => {
    const commune = nameIn(path, COMMUNE)
    if (commune !== undefined) return communes && within(departementOfCommune(commune))
    const departement = nameIn(path, DEPARTEMENT)
    if (departement !== undefined) return within(departement)
    const lieu = nameIn(path, /^\/lieux\/([^/]+)/)
    if (lieu !== undefined) return within(ofLieu.get(decodeURIComponent(lieu)))
    const structure = nameIn(path, /^\/structures\/([^/]+)/)
    if (structure !== undefined) return within(ofStructure.get(decodeURIComponent(structure)))
    // Answers to what is sent.
    if (path.startsWith('/collectivites/verifier/')) return false
    return departements === null || !AUTRE_TERRITOIRE.test(path)
  }
}
