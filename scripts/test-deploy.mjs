// What production is made of, tried: nginx before two replicas, each command of docs/exploitation.md. Arguments go to vitest.
import { whyNoBareDebian } from './setup/bare-debian.mjs'
import { ensureBuild, ensureDependencies, run, say } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
ensureBuild()
const whyNot = whyNoBareDebian()
process.env.DEBIAN ??= 'bookworm'
say(whyNot ? `Stand-ins run the guide, not a Debian: ${whyNot}.` : `Debian ${process.env.DEBIAN} runs the guide.`)
process.env.DEPLOIEMENT = 'essai'
run('npx', ['vitest', 'run', '--project', '6 deployment', '--no-file-parallelism', ...process.argv.slice(2)])
