import { spawnSync } from 'node:child_process'
import { openReadOnly } from '#db/connect.server.ts'
import { choosePages } from '../chosen-pages.ts'
import { ms } from '../measure.ts'
import { startSite } from '../site.ts'
import { addressesOf, PRIVATE } from './addresses.ts'
import { askAll } from './ask.ts'
import { benchBig } from './big.ts'
import { benchProxy } from './proxy.ts'
import { benchRatios, type Target } from './ratios.ts'

const CROWD = { addresses: 5000, connections: 64 }
const BEHIND = 200

/** What the site answers a second, against a server that does nothing, to a crowd, and behind a proxy. Linux alone: `wrk`, `taskset`. */
export async function benchServe(folder: string, path: string): Promise<void> {
  console.log('\nServed again, each server alone on a core (aim: 0.85 of a server that sends the same bytes)')
  if (!has('wrk', '-v') || !has('taskset', '-V')) return console.log('  not measured: wrk or taskset is not installed')
  const site = await startSite(path, { core: 0 })
  try {
    await benchRatios(site, folder, targetsOf(path))
    await benchCrowd(path)
    await benchBig(path)
    if (!has('nginx', '-v')) return console.log('  behind nginx: not measured, it is not installed')
    const urls = addressesOf(path, BEHIND - PRIVATE.length)
    await benchProxy(site.url, folder, urls, PRIVATE)
  } finally {
    await site.stop()
  }
}

function targetsOf(path: string): Target[] {
  const db = openReadOnly(path)
  const pages = choosePages(db).map(({ path: page, what }) => ({ name: `${page} (${what})`, path: page }))
  db.$client.close()
  const points = { name: 'points', path: '/points.json' }
  return [
    ...['br', 'identity'].map((encoding) => ({ ...points, name: `points, ${encoding}`, encoding })),
    { ...points, name: 'points, 304', encoding: 'br', known: true },
    ...[...pages, ...['/departements/29', '/couverture'].map((one) => ({ name: one, path: one }))].map((page) => {
      return { ...page, encoding: 'br' }
    }),
    { name: '/couverture, 304', path: '/couverture', encoding: 'br', known: true },
  ]
}

/** The day when a television names the address: everyone asks for something else, then for the same again. */
async function benchCrowd(path: string): Promise<void> {
  const site = await startSite(path, { core: 0 })
  try {
    const urls = addressesOf(path, CROWD.addresses)
    for (const pass of ['first', 'second']) {
      const { perSecond, p99, failed } = await askAll(site.url, urls, CROWD.connections)
      const rate = Math.round(perSecond).toLocaleString('en')
      console.log(
        `  ${urls.length} addresses, ${CROWD.connections} connections, ${pass} pass: ${rate}/s, p99 ${ms(p99)}, ${failed} failed`,
      )
    }
  } finally {
    await site.stop()
  }
}

function has(command: string, version: string): boolean {
  return spawnSync(command, [version], { stdio: 'ignore' }).error === undefined
}
