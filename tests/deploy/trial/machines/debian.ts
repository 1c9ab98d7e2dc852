import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fetchNode, fetchPackage } from '#scripts/setup/nodes.mjs'
import { done, HOME, type Machine, type Said, said } from './machine.ts'
import { authorityCommands, DIRECTORY, makeAuthority } from './pebble.ts'

/** The name of the site there: it leads to the machine itself. */
export const SITE = 'carte.trial.example'
const DEPOT = 'https://exemple.fr/carte-conseillers-numeriques.git'
/** What was downloaded once: Debian, its packages, those of npm, Node. */
export const CACHE = join(tmpdir(), 'conum-debian')
const AUTHORITIES = '/usr/local/share/ca-certificates'
/** How this machine reaches the registries is how that one does. */
const NETWORK = Object.entries(process.env).filter(([name]) =>
  /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i.test(name),
)

/** A bare Debian with its own systemd, network and disk, booted beside this one; `suite` is the name of its version. */
export async function bootDebian(suite: string, files: Record<string, string>): Promise<Machine> {
  const folder = join(CACHE, `machine-${process.pid}`)
  const root = join(folder, 'root')
  const started: ChildProcess[] = []
  const stop = async () => {
    for (const child of started.toReversed()) await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await done('cp', ['--archive', await bareDebian(suite), root])
    await prepare(root, suite, files)
    return { ...(await boot(root, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Debian as its installer leaves it: no more than the system itself. */
export async function bareDebian(suite: string): Promise<string> {
  const kept = join(CACHE, suite)
  const made = `${kept}.made`
  if (existsSync(made)) return kept
  rmSync(kept, { recursive: true, force: true })
  await done('debootstrap', ['--variant=minbase', '--include=systemd-sysv,dbus', suite, kept])
  writeFileSync(made, '')
  return kept
}

/** What is around the machine, in the world where the guide is followed: sources, repository, authorities. */
async function prepare(root: string, suite: string, files: Record<string, string>): Promise<void> {
  const sources = [
    `deb http://deb.debian.org/debian ${suite} main`,
    `deb http://deb.debian.org/debian ${suite}-updates main`,
    `deb http://deb.debian.org/debian-security ${suite}-security main`,
  ]
  writeFileSync(`${root}/etc/apt/sources.list`, `${sources.join('\n')}\n`)
  writeFileSync(`${root}/etc/resolv.conf`, 'nameserver 10.0.2.3\n')
  writeFileSync(`${root}/etc/hosts`, `127.0.0.1 localhost ${SITE}\n`)
  await publishCode(`${root}/srv/depot.git`)
  writeFileSync(`${root}${HOME}/.gitconfig`, `[url "file:///srv/depot.git"]\n  insteadOf = ${DEPOT}\n`)
  for (const [name, path] of Object.entries(files)) cpSync(path, `${root}/srv/${name}`)
  if (existsSync(join(homedir(), '.npmrc'))) cpSync(join(homedir(), '.npmrc'), `${root}${HOME}/.npmrc`)
  mkdirSync(root + AUTHORITIES, { recursive: true })
  if (existsSync(AUTHORITIES)) cpSync(AUTHORITIES, root + AUTHORITIES, { recursive: true, dereference: true })
  cpSync(join(await makeAuthority(join(root, '..', 'authority')), 'ca.crt'), `${root}${AUTHORITIES}/trial.crt`)
}

/** A repository with the code as it is now, committed or not. */
async function publishCode(depot: string): Promise<void> {
  const who = ['-c', 'user.name=trial', '-c', 'user.email=trial@trial.example']
  const now = (await done('git', [...who, 'stash', 'create'])).trim() || 'HEAD'
  await done('git', ['init', '--quiet', '--bare', '--initial-branch=main', depot])
  await done('git', ['push', '--quiet', depot, `${now}:refs/heads/main`])
}

async function boot(root: string, started: ChildProcess[]): Promise<Omit<Machine, 'stop'>> {
  const logs = join(root, '..', 'log')
  const log = openSync(logs, 'w')
  const start = (...words: string[]) => {
    // They end with the trial, however it ends.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...words], { stdio: ['ignore', log, log] })
    started.push(child)
    return child
  }
  const kept = (name: string, path: string) => {
    mkdirSync(join(CACHE, name), { recursive: true })
    return `--bind=${join(CACHE, name)}:${path}`
  }
  const binds = [kept('apt', '/var/cache/apt/archives'), kept('npm', `${HOME}/.npm`)]
  const alone = ['--register=no', '--keep-unit', '--private-network', '--resolv-conf=off', '--console=read-only']
  const nspawn = start('systemd-nspawn', `--directory=${root}`, '--boot', '--machine=trial', ...alone, ...binds)
  const pid = await firstProcess(nspawn, logs)
  start('slirp4netns', '--configure', '--disable-host-loopback', pid, 'tap0')
  for (const words of authorityCommands(join(root, '..', 'authority')))
    start('nsenter', '--target', pid, '--net', ...words)

  const exported: string[] = []
  const run = async (commande: string): Promise<Said> => {
    if (commande.startsWith('export ')) exported.push(commande.replace(/SITE=\S+/, `SITE=${SITE}`))
    if (commande.includes('nodesource') && !(await reaches('https://deb.nodesource.com/'))) return installNode(root)
    const script = ['set -eo pipefail', 'cd', ...exported, commande].join('\n')
    const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', USER: 'root' }
    const options = { env: { ...env, LANG: 'C.UTF-8', ...Object.fromEntries(NETWORK) } as unknown as NodeJS.ProcessEnv }
    const inside = ['--target', pid, '--all', '--root', '--wd']
    const heard = await said('/usr/bin/nsenter', [...inside, 'bash', '-c', script], options)
    // The authority of the trial, once certbot's own settings are there.
    if (/^apt-get .*certbot/.test(commande)) await run(`echo 'server = ${DIRECTORY}' >> /etc/letsencrypt/cli.ini`)
    return heard
  }
  for (let tries = 0; (await run('systemctl is-system-running --wait')).status !== 0; tries += 1) {
    if (tries === 100) throw new Error(`systemd did not start: ${readFileSync(logs, 'utf8')}`)
    await sleep(200)
  }
  const journal = async (unit: string) => (await run(`journalctl --unit ${unit} --output cat --no-pager`)).stdout
  const exitOf = async (unit: string) =>
    Number((await run(`systemctl show --property ExecMainStatus --value ${unit}`)).stdout)
  return { run, journal, exitOf, refuses: () => null }
}

/** The identity, on this machine, of the first process of that one. */
async function firstProcess(nspawn: ChildProcess, log: string): Promise<string> {
  const path = `/proc/${nspawn.pid}/task/${nspawn.pid}/children`
  for (let tries = 0; tries < 100 && nspawn.exitCode === null; tries += 1) {
    const pid = readFileSync(path, 'utf8').trim()
    if (pid !== '' && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'systemd\n') return pid
    await sleep(100)
  }
  throw new Error(`no machine could be started: ${readFileSync(log, 'utf8')}`)
}

async function reaches(url: string): Promise<boolean> {
  return (await said('curl', ['--silent', '--head', '--max-time', '10', url])).status === 0
}

/** The one stand-in: where nodesource cannot be reached, its Node and its npm are those of the npm registry. */
function installNode(root: string): Said {
  const stdout = 'deb.nodesource.com cannot be reached: Node 24 and npm are taken from the npm registry.\n'
  console.log(stdout)
  putNode(`${root}/usr`)
  return { status: 0, stdout, stderr: '' }
}

/** Node 24 and npm of the npm registry, under `/usr` or `/usr/local`. */
export function putNode(prefix: string): void {
  cpSync(fetchNode('24', join(CACHE, 'node')), `${prefix}/bin/node`)
  fetchPackage('npm@11', join(CACHE, 'npm11'))
  cpSync(join(CACHE, 'npm11', 'node_modules', 'npm'), `${prefix}/lib/node_modules/npm`, { recursive: true })
  for (const name of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, `${prefix}/bin/${name}`)
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = once(child, 'exit')
  child.kill('SIGTERM')
  await end
}
