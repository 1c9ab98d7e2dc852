import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

const NAMED = 10

/** Ends the run with its slowest files, then one plain line: `N passed, N failed, N skipped`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      // A file that could not be loaded has no test, and is a failure all the same.
      if (module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state] += 1
      }
    }
    counts.failed += unhandledErrors.length
    const lines = [...slowest(modules), `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`]
    process.on('exit', () => console.log(lines.join('\n')))
  }
}

/** The files that took longest, their reading and hooks included: where to look when the run becomes long. */
function slowest(modules: readonly TestModule[]): string[] {
  const timed = modules.map((module) => {
    const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic()
    const ms = environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration
    return { ms, path: relative(process.cwd(), module.moduleId) }
  })
  return timed
    .sort((a, b) => b.ms - a.ms)
    .slice(0, NAMED)
    .map(({ ms, path }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${path}`)
}
