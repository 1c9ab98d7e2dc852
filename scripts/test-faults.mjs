// What npm test does of a tenth of the faults, done whole: some twenty minutes. Arguments go to vitest.
import { ensureDependencies, run } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
process.env.FAUTES = 'entier'
run('npx', ['vitest', 'run', 'tests/faults', ...process.argv.slice(2)])
