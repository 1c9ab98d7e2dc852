import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take a core longest: each alone for a minute, so that the other core goes through the rest meanwhile.
 * The summary names the ten slowest: a file that climbs there goes here.
 */
const LONGEST = ['tests/faults/tues.test.ts', 'tests/e2e/accessibilite.test.ts', 'tests/import/cli.test.ts']

/** The longest first, whatever their project; then a project after the other, so that a process goes from file to file. */
export class LongestFirst extends BaseSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(relative(process.cwd(), moduleId).replaceAll('\\', '/'))
      return at === -1 ? LONGEST.length : at
    }
    const inProjects = (await super.sort(files)).toSorted((a, b) => a.project.name.localeCompare(b.project.name))
    return inProjects.toSorted((a, b) => rank(a) - rank(b))
  }
}
