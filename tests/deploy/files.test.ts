import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { LIMITES } from '#app/depot/limites.ts'
import { PARTS } from '#scripts/setup/parts.mjs'
import { temporaryDirectory } from '#tests/support/database.ts'
import { etapesDuGuide, GUIDE } from './guide.ts'
import { hasNginx, writeConf } from './nginx.ts'

const FILES = readdirSync('deploy')
const UNITS = FILES.filter((name) => /\.(service|timer)$/.test(name))
const textOf = (name: string) => readFileSync(join('deploy', name), 'utf8')
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test('systemd finds nothing to say of the units', ({ skip }) => {
  if (!hasSystemd) skip('systemd-analyze is not on this machine')
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...UNITS.map((name) => `./${name}`)], {
    cwd: 'deploy',
    encoding: 'utf8',
  })
  // Node and curl may stand elsewhere on the machine of a developer.
  const said = stderr.split('\n').filter((line) => line !== '' && !/Command .* is not executable/.test(line))
  expect([said, hasOnly(status, stderr)]).toEqual([[], true])
})

function hasOnly(status: number | null, stderr: string): boolean {
  return status === 0 || /is not executable/.test(stderr)
}

test('every service is closed: its own user, a system that it cannot write, an end that waits for answers', () => {
  const services = UNITS.filter((name) => name.endsWith('.service'))
  expect(services.length).toBe(2)
  for (const name of services) {
    const lines = textOf(name).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining(['User=conseillers', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'KillMode=mixed']),
    )
    expect(lines).toContain('EnvironmentFile=/etc/conseillers.env')
  }
  // Node's own copy of a file gives it its owner: without this call, the system kills the import.
  expect(textOf('conseillers-import.service')).toMatch(/@privileged.*\n(#.*\n)*SystemCallFilter=fchown\n/)
  const [site] = services.filter((name) => name.includes('@'))
  expect(textOf(site as string)).not.toMatch(/^(StateDirectory|ReadWritePaths)=/m)
})

test('what production starts is what `npm run build` writes', () => {
  const started = FILES.flatMap((name) => [...textOf(name).matchAll(/build\/([\w/]+\.mjs)/g)].map(([path]) => path))
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(new Set(started)).toEqual(new Set(['build/serve/serve.mjs', 'build/import/import.mjs']))
  expect(scripts.start).toContain('build/serve/serve.mjs')
  const { serve, import: imported } = PARTS
  expect([serve, imported]).toEqual(['scripts/serve.ts', 'scripts/import.ts'])
  expect([serve, imported].filter((entry) => !existsSync(entry))).toEqual([])
})

test('every setting that these files name is a setting of README', () => {
  const [, rows = ''] = readFileSync('README.md', 'utf8').split('### Settings')
  const known = new Set([...rows.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name))
  const named = [
    ...[...textOf('conseillers.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name),
    ...UNITS.flatMap((name) =>
      [...textOf(name).matchAll(/^Environment=(.+)$/gm)].flatMap(([, list = '']) =>
        [...list.matchAll(/(?:^| )([A-Z_]+)=/g)].map(([, one]) => one),
      ),
    ),
    ...[...textOf('compose.yaml').matchAll(/([A-Z_]+): "?[\d./]+/g)].map(([, name]) => name),
  ]
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('nginx takes the configuration as it is written', ({ skip }) => {
  if (!hasNginx) skip('nginx is not on this machine: apt-get install nginx')
  const folder = temporaryDirectory()
  const conf = writeConf(folder.path, 8080, [3000, 3001])
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', conf], { encoding: 'utf8' })
  folder.remove()
  expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')])
})

test('nginx lets through what the checker takes, and little more', () => {
  const [, kilobytes] = textOf('nginx.conf').match(/client_max_body_size (\d+)k;/) ?? []
  const bytes = Number(kilobytes) * 1024
  expect([bytes >= LIMITES.corps, bytes < LIMITES.corps * 1.05]).toEqual([true, true])
})

test('nginx writes neither who asks nor what is asked after the question mark', () => {
  const [, format = ''] = textOf('nginx.conf').match(/log_format [^;]+?escape=json([^;]+);/) ?? []
  expect(format).toContain('$uri')
  expect(format).not.toMatch(/\$(remote|args|request_uri|request\b|http_|query|proxy_add)/)
})

// certbot writes a server of its own in the file, on port 80, and Debian's nginx.conf writes who asks of any server.
test('nor of the servers that others write beside it', () => {
  const [around = ''] = textOf('nginx.conf').split(/^server \{/m)
  expect(around.split('\n')).toEqual(
    expect.arrayContaining(['access_log off;', 'error_log /var/log/nginx/error.log emerg;']),
  )
})

test('the Dockerfile has no fault, and its last stage is neither root nor blind', () => {
  const text = textOf('Dockerfile')
  expect(validate(text).map(({ message }) => message)).toEqual([])
  const stages = text.split(/^FROM /m).slice(1)
  expect(stages.length).toBe(3)
  expect(stages.at(-1)).toMatch(/^USER node$/m)
  expect(stages.at(-1)).toMatch(/^HEALTHCHECK .*[\s\S]*\/sante/m)
  expect(stages.at(-1)).not.toMatch(/^RUN npm/m)
  const [, image] = text.match(/^FROM (node:\d+)/m) ?? []
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(engines.node).toContain(`^${image?.slice(5)}.`)
})

test('a replica is said to be started once nginx asks it again, so that the other one may be restarted', () => {
  const failures = [...textOf('nginx.conf').matchAll(/fail_timeout=(\d+)s/g)].map(([, seconds]) => Number(seconds))
  const [, pause] = textOf('conseillers@.service').match(/curl.*\nExecStartPost=\/usr\/bin\/sleep (\d+)$/m) ?? []
  expect(failures.length).toBe(2)
  // nginx counts in whole seconds.
  expect(Number(pause)).toBeGreaterThan(Math.max(...failures) + 1)
})

test('nothing of a machine enters the image: neither what git does not keep, nor the settings of who publishes', () => {
  const ignored = textOf('Dockerfile.dockerignore').split('\n')
  const unkept = readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean)
  // A name without a folder is any depth for git, and the first one only for Docker.
  const written = unkept
    .map((line) => line.replace(/\/$/, ''))
    .map((line) => (line.includes('/') ? line.replace(/^\//, '') : `**/${line}`))
  expect([...written, 'deploy'].filter((line) => !ignored.includes(line))).toEqual([])
})

test('containers have a root that cannot be written', () => {
  const text = textOf('compose.yaml')
  expect(text.match(/read_only: true/g)?.length).toBe(2)
  expect(text).toContain('volumes: ["donnees:/donnees:ro"]')
})

test('ten commands lead from a bare Debian to the public site', () => {
  const install = etapesDuGuide().filter(({ titre }) => titre.includes('en dix commandes'))
  const [named, ...commands] = install.map(({ commande }) => commande)
  expect([named?.startsWith('export SITE='), commands.length]).toEqual([true, 10])
})

test('what the guide says that the journal says is what the code says', () => {
  const [, table = ''] = readFileSync(GUIDE, 'utf8').split('| ce que dit le journal | quoi faire |')
  const rows = table
    .slice(0, table.indexOf('\n## '))
    .split('\n')
    .slice(2)
    .filter((row) => !row.includes('(réponse de systemctl)'))
  const sentences = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/« ([^»]+) »/g)].map(([, one]) => one))
  expect(sentences.length).toBeGreaterThan(10)
  const code = [
    'deploy/nginx.conf',
    ...['scripts/import', 'scripts/serve', 'db'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(room, name)),
    ),
    ...['scripts/import.ts', 'scripts/serve.ts'],
  ].map((path) => readFileSync(path, 'utf8'))
  expect(sentences.filter((one) => !code.some((text) => text.includes(one as string)))).toEqual([])
})
