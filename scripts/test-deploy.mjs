// What production is made of, tried: nginx before two replicas, each command of docs/exploitation.md. Arguments go to vitest.
import { ensureBuild, ensureDependencies, run } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
ensureBuild()
process.env.DEPLOIEMENT = 'essai'
run('npx', ['vitest', 'run', '--project', '6 deployment', ...process.argv.slice(2)])
