// What npm test does of a tenth of the faults, and of the first lines of the published files, done whole: some twenty minutes. Arguments go to vitest.
import { ensureDependencies, run } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
process.env.FAUTES = 'entier'
run('npx', ['vitest', 'run', 'tests/faults', 'tests/verification/propriete.test.ts', ...process.argv.slice(2)])
