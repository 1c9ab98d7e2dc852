// Run by npm after each install. On Node 20 alone, compiles the better-sqlite3 that runs there (scripts/setup/node20), once.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './hash.mjs'
import { requireNode } from './node.mjs'

requireNode()
if (Number(process.versions.napi) < 10) {
  const folder = join(ROOT, 'scripts', 'setup', 'node20')
  if (!existsSync(join(folder, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'))) {
    console.log('Compiling SQLite for Node 20, once (1 to 3 minutes)…')
    const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options)
    if (status !== 0) process.exit(status ?? 1)
  }
}
