// From a fresh clone to the site: install, import, build, serve. What is done already is skipped.
// Plain JavaScript: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { ensureBuild, ensureDependencies, say, step } from './setup/dependencies.mjs'
import { ROOT } from './setup/hash.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
// 3: a source did not answer; the site goes on with what there is.
if (step('Importing the data…', 'npm', ['run', '--silent', 'import', '--', '--if-changed'], [3]) === 3)
  say('A source did not answer (above): the site shows what there is. `npm run import` asks again.')
ensureBuild()
say('Starting the site…')
const server = spawn(process.execPath, ['build/serve/serve.mjs'], { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
