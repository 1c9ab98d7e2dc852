/** The versions that the tests are run on (`npm run test:nodes`), each from its first release with what is needed. */
export const TESTED = { 20: 19, 22: 14, 24: 0, 26: 0 }
const OLDEST = 20
const ADVICE = 'install Node 24 (https://nodejs.org)'

/**
 * What there is to say of a version of Node before anything else is done: null when it is one that is tested.
 * `stop`: the site cannot run on it.
 */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const from = TESTED[major]
  if (from === undefined && major > OLDEST)
    return { stop: false, sentence: `Node ${version} is not tested here: if something fails, ${ADVICE}.` }
  if (from === undefined || minor < from)
    return { stop: true, sentence: `Node ${version} is too old: ${ADVICE}; 22.14 and 20.19 work too.` }
  return null
}

/** Says it, and stops where the site cannot run. */
export function requireNode() {
  const judged = judgeNode(process.versions.node)
  if (judged === null) return
  console.error(judged.sentence)
  if (judged.stop) process.exit(1)
}
