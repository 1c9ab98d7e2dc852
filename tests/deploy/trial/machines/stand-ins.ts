import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../nginx.ts'
import { type Machine, said } from './machine.ts'

/** What is not run there, and why: it is said, each time. */
const NOT_HERE: [RegExp, string][] = [
  [/^export SITE/, 'the trial has its own name and repository'],
  [/^apt-get|nodesource/, 'changes the packages of the machine'],
  [/^adduser/, 'changes the users of the machine'],
  [/nginx -t/, 'nginx.test.ts gives nginx.conf to the real nginx'],
  [/^certbot/, 'needs a public name'],
]

const STAND_INS = join(import.meta.dirname, '..', 'stand-ins')

/** A folder of this machine that stands for "/", with stand-ins of what only root and systemd do. */
export async function standIns(files: Record<string, string>): Promise<Machine> {
  const root = mkdtempSync(join(tmpdir(), 'conum-guide-'))
  const ports = { '3000': await freePort(), '3001': await freePort() }
  for (const folder of ['etc/systemd/system', 'etc/nginx/conf.d', 'opt', 'var/lib', 'srv'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const [name, path] of Object.entries(files)) copyFileSync(path, `${root}/srv/${name}`)

  /** `/opt/…` is a folder of the trial; the ports of the guide, free ones. What the stand-ins are given keeps its name. */
  function here(commande: string): string {
    return commande
      .replace(/(?<=^|[\s=:>])\/(etc|opt|var|srv)(?=\/)/g, `${root}/$1`)
      .replace(/127\.0\.0\.1:(300[01])/g, (_, port: '3000' | '3001') => `127.0.0.1:${ports[port]}`)
  }

  // npm would leave out the packages that build the site.
  const { NODE_ENV: _, ...machine } = process.env
  const env = {
    ...machine,
    PATH: `${STAND_INS}:${process.env.PATH}`,
    SITE: 'carte.trial.example',
    DEPOT: process.cwd(),
    ROOT: root,
    PORTS: JSON.stringify(ports),
  } as Record<string, string | undefined> as NodeJS.ProcessEnv

  return {
    run: (commande) => said('bash', ['-c', `set -eo pipefail\ncd ${root}\n${here(commande)}`], { env }),
    refuses: (commande) => NOT_HERE.find(([pattern]) => pattern.test(commande))?.[1] ?? null,
    journal: async (unit) => readFileSync(`${root}/journal/${unit}`, 'utf8'),
    exitOf: async (_, status) => status,
    stop: async () => {
      const pids = existsSync(`${root}/pids`) ? readFileSync(`${root}/pids`, 'utf8').split('\n').filter(Boolean) : []
      for (const pid of pids) {
        try {
          process.kill(Number(pid), 'SIGKILL')
        } catch {
          // Stopped by the guide.
        }
      }
      rmSync(root, { recursive: true, force: true })
    },
  }
}
