// Every test, with its own set-up: packages, a browser, the built site. Arguments go to vitest.
import { ensureBrowser } from './setup/browser.mjs'
import { ensureBuild, ensureDependencies, run } from './setup/dependencies.mjs'
import { requireNode } from './setup/node.mjs'

requireNode()
ensureDependencies()
process.env.CHROMIUM_PATH = await ensureBrowser()
ensureBuild()
run('npx', ['vitest', 'run', ...process.argv.slice(2)])
