import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoBareDebian } from '#scripts/setup/bare-debian.mjs'
import { bareDebian, CACHE, ended, putNode } from './machines/debian.ts'
import { done, HOME, type Said, said } from './machines/machine.ts'

const whyNot = whyNoBareDebian()
if (whyNot) console.log(`No image is built here: ${whyNot}.`)

const [, BASE = ''] = readFileSync('deploy/Dockerfile', 'utf8').match(/^FROM (\S+)$/m) ?? []
/** As the official one has it. */
const ENTRYPOINT = `#!/bin/sh
if [ "\${1#-}" != "$1" ] || [ -z "$(command -v "$1")" ]; then set -- node "$@"; fi
exec "$@"
`
type Config = { User: string; Env: string[]; Cmd: string[]; Healthcheck: { Test: string[] }; WorkingDir: string }

let folder = ''
let root = ''
let config: Config
let site: ChildProcess | undefined

const buildah = (...words: string[]) => {
  const storage = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs']
  return done('buildah', [...storage, ...words], { env: { ...process.env, BUILDAH_ISOLATION: 'chroot' } })
}

/** The image that the Dockerfile begins with: the official one, else one made here of the same things. */
async function ensureBase(): Promise<void> {
  try {
    await buildah('pull', '--quiet', `docker.io/library/${BASE}`)
  } catch {
    console.log(`No registry gives ${BASE}: it is made of Debian's packages and of npm's Node.`)
    const container = (await buildah('from', 'scratch')).trim()
    const made = (await buildah('mount', container)).trim()
    await done('cp', ['--archive', `${await bareDebian('bookworm')}/.`, made])
    putNode(`${made}/usr/local`)
    writeFileSync(`${made}/usr/local/bin/docker-entrypoint.sh`, ENTRYPOINT, { mode: 0o755 })
    await done('chroot', [made, 'useradd', '--uid', '1000', '--user-group', '--create-home', 'node'])
    const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    await buildah('config', '--env', `PATH=${path}`, '--entrypoint', '["docker-entrypoint.sh"]', container)
    await buildah('commit', '--quiet', '--rm', container, `docker.io/library/${BASE}`)
  }
}

/** How this machine reaches the registry of npm, lent to the build: nothing of it stays in the image. */
function npmOfHere(): string[] {
  const authorities = process.env.NODE_EXTRA_CA_CERTS
  const own = join(homedir(), '.npmrc')
  const lines = [existsSync(own) ? readFileSync(own, 'utf8') : '', authorities ? 'cafile=/run/authorities.pem' : '']
  writeFileSync(join(folder, 'npmrc'), lines.join('\n'))
  const lent = [
    `${join(folder, 'npmrc')}:${HOME}/.npmrc:ro`,
    ...(authorities ? [`${authorities}:/run/authorities.pem:ro`] : []),
  ]
  return lent.flatMap((one) => ['--volume', one])
}

/** A command as a container has it: the user and settings of the image, a root that cannot be written, no capability. */
function inContainer(command: string[], data: string): string[] {
  const closed = [
    '--read-only',
    '--tmpfs=/tmp:mode=1777',
    '--drop-capability=all',
    '--no-new-privileges=yes',
    '--private-network',
  ]
  const settings = [
    `--user=${config.User}`,
    `--chdir=${config.WorkingDir}`,
    ...config.Env.map((one) => `--setenv=${one}`),
  ]
  const plain = ['--quiet', '--register=no', '--keep-unit', '--resolv-conf=off', '--timezone=off', '--console=pipe']
  const ends = ['--kill-signal=SIGTERM', `--directory=${root}`, data]
  return [...plain, ...closed, ...settings, ...ends, 'docker-entrypoint.sh', ...command]
}

const inside = (pid: string, ...words: string[]): Promise<Said> => {
  const env = Object.fromEntries(config.Env.map((one) => one.split(/=(.*)/s).slice(0, 2)))
  return said('/usr/bin/nsenter', ['--target', pid, '--all', '--root', '--wd', '--setuid', '1000', ...words], { env })
}

describe.skipIf(whyNot)('the image', () => {
  beforeAll(async () => {
    mkdirSync(CACHE, { recursive: true })
    folder = mkdtempSync(join(CACHE, 'image-'))
    mkdirSync(join(folder, 'donnees'))
    chownSync(join(folder, 'donnees'), 1000, 1000)
    await ensureBase()
    const files = ['--ignorefile', 'deploy/Dockerfile.dockerignore', '--file', 'deploy/Dockerfile']
    const options = ['--format', 'docker', '--pull-never', '--network', 'host', ...npmOfHere(), ...files]
    await buildah('build', ...options, '--tag', 'conseillers', '.')
    config = JSON.parse(await buildah('inspect', '--type', 'image', 'conseillers')).Docker.config
    root = (await buildah('mount', (await buildah('from', '--pull-never', 'conseillers')).trim())).trim()
  }, 1_800_000)

  afterAll(async () => {
    if (site) await ended(site)
    if (root) await buildah('umount', '--all')
    rmSync(folder, { recursive: true, force: true })
  })

  test('has neither the settings of who publishes, nor what only builds', () => {
    const there = [
      'deploy',
      'tests',
      '.git',
      'node_modules/vite',
      'node_modules/@remix-run/dev',
      'build/serve/serve.mjs',
    ]
    expect(there.filter((name) => existsSync(`${root}/site/${name}`))).toEqual(['build/serve/serve.mjs'])
    expect(existsSync(`${root}${HOME}/.npmrc`) && readFileSync(`${root}${HOME}/.npmrc`, 'utf8')).toBeFalsy()
  })

  test('imports, with a root that it cannot write', async () => {
    const command = ['node', 'build/import/import.mjs', '--demo']
    const { status, stderr } = await said('systemd-nspawn', inContainer(command, `--bind=${folder}/donnees:/donnees`))
    expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
    expect(statSync(`${folder}/donnees/annuaire.sqlite`).uid).toBe(1000)
  })

  test('serves as nobody in particular, is healthy, writes nothing, and ends when it is told to', async () => {
    const words = inContainer(config.Cmd, `--bind-ro=${folder}/donnees:/donnees`)
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', 'systemd-nspawn', ...words], { stdio: 'ignore' })
    site = child
    const first = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
    const check = config.Healthcheck.Test.slice(1)
    for (let tries = 0; tries === 0 || (await inside(first(), ...check)).status !== 0; tries += 1) {
      await sleep(300)
      if (tries === 100 || child.exitCode !== null) throw new Error(`it never became healthy: ${child.exitCode}`)
    }
    const pid = first()
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(
      /^Uid:\t1000\t[\s\S]*^CapBnd:\t0+$[\s\S]*^NoNewPrivs:\t1$/m,
    )
    for (const path of ['/site/x', '/donnees/x'])
      expect((await inside(pid, 'node', '-e', `fs.writeFileSync('${path}', '')`)).stderr).toContain('EROFS')
    const end = once(child, 'exit')
    process.kill(Number(pid), 'SIGTERM')
    expect(await end).toEqual([0, null])
  })
})
