import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, ROOT } from './hash.mjs'
import { CODE } from './parts.mjs'

/** Installs the packages of package-lock.json, unless npm's own record of node_modules has them all. */
export function ensureDependencies() {
  if (areInstalled()) return
  step('Installing the packages…', 'npm', ['ci', '--no-audit', '--no-fund'])
}

function areInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  if (Number(process.versions.napi) < 10 && !existsSync(join(ROOT, 'scripts', 'setup', 'node20', 'node_modules')))
    return false
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  // Optional packages are those of other platforms.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** Builds the site, unless its sources are those built last. */
export function ensureBuild() {
  const stamp = join(ROOT, 'build', '.built')
  const wanted = hashOf([
    ...CODE,
    ...['public', 'data/referentiel', 'docs/recalcul', 'vite.config.ts', 'remix.config.js'],
    ...['scripts/build.mjs', 'scripts/setup/parts.mjs'],
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  step('Building the site…', 'npm', ['run', '--silent', 'build'])
  writeFileSync(stamp, wanted)
}

/** Runs a command to its end; stops with its exit code when it fails, unless that one is accepted. Gives the code. */
export function run(command, args, accepted = []) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0 && !accepted.includes(status)) process.exit(status ?? 1)
  return status
}

/** Does one step of a set-up, and says how long it took. Gives its exit code: 0, or one of `accepted`. */
export function step(text, command, args, accepted = []) {
  say(text)
  const start = performance.now()
  const status = run(command, args, accepted)
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return status
}

export function say(text) {
  console.log(`\n▸ ${text}`)
}

export function fail(text) {
  console.error(text)
  process.exit(1)
}
