import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take a core longest: each alone for a minute, so that the other core goes through the rest meanwhile.
 * The summary names the ten slowest: a file that climbs there goes here.
 */
const LONGEST = ['tests/faults/tues.test.ts', 'tests/e2e/accessibilite.test.ts', 'tests/import/cli.test.ts']

/** They start the real commands, which take whole seconds: early, so that no core waits for the last of them. */
const COMMANDS = /^tests\/(faults|import|scripts)\//

/** The longest first, then the commands, whatever their project; then a project after the other, so that a process goes on. */
export class LongestFirst extends BaseSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const path = relative(process.cwd(), moduleId).replaceAll('\\', '/')
      const at = LONGEST.indexOf(path)
      if (at !== -1) return at
      return COMMANDS.test(path) ? LONGEST.length : LONGEST.length + 1
    }
    const inProjects = (await super.sort(files)).toSorted((a, b) => a.project.name.localeCompare(b.project.name))
    return inProjects.toSorted((a, b) => rank(a) - rank(b))
  }
}
