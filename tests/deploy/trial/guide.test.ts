import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { etapesDuGuide } from '../guide.ts'
import { freePort } from '../nginx.ts'

/** What is not run here, and why: it is said, each time. */
const NOT_HERE: [RegExp, string][] = [
  [/^export SITE/, 'the trial has its own name and repository'],
  [/^apt-get|nodesource/, 'changes the packages of the machine'],
  [/^adduser/, 'changes the users of the machine'],
  [/nginx -t/, 'nginx.test.ts gives nginx.conf to the real nginx'],
  [/^certbot/, 'needs a public name'],
]

const ROOT = mkdtempSync(join(tmpdir(), 'conum-guide-'))
const PORTS = { '3000': await freePort(), '3001': await freePort() }
const STAND_INS = join(import.meta.dirname, 'stand-ins')

/** `/opt/…` is a folder of the trial; the ports of the guide, free ones. What the stand-ins are given keeps its name. */
function here(commande: string): string {
  return commande
    .replace(/(?<=^|[\s=:>])\/(etc|opt|var|srv)(?=\/)/g, `${ROOT}/$1`)
    .replace(/127\.0\.0\.1:(300[01])/g, (_, port: '3000' | '3001') => `127.0.0.1:${PORTS[port]}`)
}

// npm would leave out the packages that build the site.
const { NODE_ENV: _, ...machine } = process.env

const env = {
  ...machine,
  PATH: `${STAND_INS}:${process.env.PATH}`,
  SITE: 'carte.trial.example',
  DEPOT: process.cwd(),
  ROOT,
  PORTS: JSON.stringify(PORTS),
} as Record<string, string | undefined> as NodeJS.ProcessEnv

afterAll(() => {
  const pids = existsSync(`${ROOT}/pids`) ? readFileSync(`${ROOT}/pids`, 'utf8').split('\n').filter(Boolean) : []
  for (const pid of pids) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // Stopped by the guide.
    }
  }
  rmSync(ROOT, { recursive: true, force: true })
})

for (const folder of ['etc/systemd/system', 'etc/nginx/conf.d', 'opt', 'var/lib', 'srv'])
  mkdirSync(join(ROOT, folder), { recursive: true })
for (const name of readdirSync('data/demo')) {
  const [kind] = name.match(/^(structures|lieux)(?=-demonstration)/) ?? []
  if (kind) copyFileSync(join('data/demo', name), `${ROOT}/srv/${kind}.csv`)
}

test.for(etapesDuGuide().map((etape, rang) => ({ ...etape, rang: rang + 1 })))(
  '$rang $titre: $commande',
  ({ commande, titre }, { skip }) => {
    const [, reason] = NOT_HERE.find(([pattern]) => pattern.test(commande)) ?? []
    if (reason) {
      console.log(`Not run here, ${reason}: ${commande}`)
      skip(reason)
    }
    const script = `set -eo pipefail\ncd ${ROOT}\n${here(commande)}`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { env, encoding: 'utf8' })
    // Without the network no source answers: the import says so by its exit code, and the demonstration is served.
    const muet = /start conseillers-import$/.test(commande) && status !== 0
    if (muet) {
      expect(readFileSync(`${ROOT}/journal/conseillers-import`, 'utf8')).toContain('pas de réponse utilisable')
      return
    }
    expect([titre, status, status === 0 ? '' : stdout + stderr]).toEqual([titre, 0, ''])
    if (commande.endsWith('/sante')) expect(JSON.parse(stdout)).toHaveProperty('empreinte')
    if (commande.endsWith('/metrics')) expect(stdout).toContain('data_age_seconds{source="lieux"}')
  },
)
