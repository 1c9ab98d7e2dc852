import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TUILES_IGN, tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { SANS_MENTIONS } from '#app/domain/citations/mentions.ts'
import { prochainChangement } from '#app/domain/horaires/etat.ts'
import { closeDatabases } from '#db/open.server.ts'
import { createServer } from '#scripts/serve/server.ts'
import { simple, siteBuild } from '#tests/pages/site.ts'
import { OUVRIER } from '#tests/support/atelier.ts'
import { insertLieux, lieuRow, temporaryDirectory } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { ask } from '#tests/support/server.ts'

const directory = temporaryDirectory()
const SEMAINE = { plages: [{ debut: 540, fin: 720 }], feries: null, texte: null }
let server: ReturnType<typeof createServer>
let port: number

beforeAll(async () => {
  const databasePath = `${directory.path}/annuaire.sqlite`
  const db = pays(databasePath)
  insertLieux(db, [
    lieuRow({ numero: 60, id: 'lundi', departementCode: '23', semaine: SEMAINE, dateMaj: '2026-01-01' }),
  ])
  db.$client.close()
  server = createServer({
    build: await siteBuild(),
    clientDirectory: directory.path,
    databasePath,
    tuiles: TUILES_IGN,
    mentions: SANS_MENTIONS,
    geocoderUrl: null,
    tuilesOrigin: tuilesOrigin(TUILES_IGN),
    inlineScripts: [],
    ouvrier: OUVRIER,
    publicUrl: 'https://exemple.fr',
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  closeDatabases()
  directory.remove()
})

async function at(instant: Date, path: string, etag?: string) {
  vi.useFakeTimers({ now: instant, toFake: ['Date'] })
  const { status, headers, body } = await ask(port, path, { headers: etag ? { 'If-None-Match': etag } : {} })
  const etat = /<p class="etat [^"]*">([^<]*)</.exec(simple(body.toString()))?.[1]
  return { status, etat, etag: String(headers.etag), cache: String(headers['cache-control']) }
}

test.each(['/lieux/lundi', '/?departement=23&ouvert=lun-10:00'])(
  '%s says the new state from its very opening and closing: the copy of the second before is not valid any more',
  async (path) => {
    let instant = new Date('2026-03-02T07:00:00Z')
    const dits: (string | undefined)[] = []
    for (let changement = 0; changement < 2; changement += 1) {
      const contexte = { instant, fuseau: 'Europe/Paris', departement: '23', dateMaj: '2026-01-01' }
      const suivant = prochainChangement(SEMAINE, contexte) as Date
      const avant = await at(new Date(suivant.getTime() - 1000), path)
      expect((await at(new Date(suivant.getTime() - 1), path, avant.etag)).status).toBe(304)
      const apres = await at(suivant, path, avant.etag)
      expect([apres.status, apres.etag === avant.etag]).toEqual([200, false])
      dits.push(avant.etat, apres.etat)
      instant = suivant
    }
    expect(dits).toEqual([
      'Fermé, ouvre aujourd’hui à 9 h',
      'Ouvert, ferme à 12 h',
      'Ouvert, ferme à 12 h',
      'Fermé, ouvre le lundi 9 mars à 9 h',
    ])
  },
)

test.each(['/lieux/lundi', '/?departement=23'])(
  '%s may be kept a minute at most, and is never served stale',
  async (path) => {
    const { cache } = await at(new Date('2026-03-02T09:00:00Z'), path)
    expect(Number(/s-maxage=(\d+)/.exec(cache)?.[1])).toBeLessThanOrEqual(60)
    expect(cache).toContain('max-age=0, ')
    expect(cache).toContain('must-revalidate')
    expect(cache).not.toMatch(/stale|immutable/)
  },
)
