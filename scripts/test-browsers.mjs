// The journey of a visitor in Firefox and in WebKit, which npm test does not start. Arguments go to vitest.
import { ensureOtherBrowsers } from './setup/autres-navigateurs.mjs'
import { ensureBuild, ensureDependencies, run } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
ensureOtherBrowsers()
ensureBuild()
process.env.NAVIGATEURS = 'tous'
run('npx', ['vitest', 'run', '--project', '5 other browsers', ...process.argv.slice(2)])
