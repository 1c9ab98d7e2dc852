import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { compileInto } from './scripts/setup/compile.mjs'
import { LongestFirst } from './tests/support/longest-first.ts'

const BROWSER = 'tests/e2e/**/*.test.ts'
const DOM = 'tests/**/*.dom.test.{ts,tsx}'
/** What `vi.mock` replaces must not have been read before, nor be read so by another file. */
const MOCK = 'tests/**/*.mock.test.{ts,tsx}'
/** Firefox and WebKit: `npm run test:browsers` alone starts them. */
const OTHERS = 'tests/navigateurs/**/*.test.ts'

/** nginx, two replicas, the guide of the operator: `npm run test:deploy` alone starts them. */
const TRIALS = 'tests/deploy/trial/**/*.test.ts'

const DEPLOYMENT: TestProjectInlineConfiguration = { extends: true, test: { name: '6 deployment', include: [TRIALS] } }
const OTHER_BROWSERS: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: '5 other browsers', include: [OTHERS], globalSetup: 'tests/support/demonstration.ts' },
}

// What production runs is what the tests start: the code of now.
await compileInto('scripts/import.ts', 'build/import')
await compileInto('scripts/check.ts', 'build/check')
await compileInto('app/atelier/ouvrier.ts', 'build/atelier')

// Without the Remix plugin: tests import modules as they are, and routes as plain functions.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    reporters: ['default', './tests/support/summary-reporter.ts'],
    // A busy machine is no failure: what is waited for, not how long, is what a test says.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One more than the cores of a small machine: some files wait, for a clock or for the disk.
    maxWorkers: 3,
    // The code and the embedded territory are read once per process: a file leaves nothing behind it.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // One after the other, in the order of their names: a process goes from file to file within one of them only.
    projects: [
      {
        extends: true,
        test: { name: '1 code', include: ['tests/**/*.test.{ts,tsx}'], exclude: [BROWSER, DOM, MOCK, OTHERS, TRIALS] },
      },
      {
        extends: true,
        test: { name: '2 browser', include: [BROWSER], globalSetup: 'tests/support/demonstration.ts' },
      },
      ...(process.env.NAVIGATEURS ? [OTHER_BROWSERS] : []),
      ...(process.env.DEPLOIEMENT ? [DEPLOYMENT] : []),
      { extends: true, test: { name: '3 dom', include: [DOM], environment: 'happy-dom' } },
      { extends: true, test: { name: '4 mock', include: [MOCK], isolate: true } },
    ],
  },
})
