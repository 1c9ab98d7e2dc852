import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spreadOf, table } from '../measure.ts'
import { type Site, startServer } from '../site.ts'
import { ask } from './ask.ts'

const ROUNDS = 5
const CONNECTIONS = 16
const SECONDS = 1
/** Each server alone on this core, who asks on the other. */
const [SERVER_CORE, CLIENT_CORE] = [0, 1]
/** Of the clock of `/proc/PID/stat`. */
const TICK_MS = 10

/** An answer to compare; `known`: asked with its validator. */
export type Target = { name: string; path: string; encoding: string; known?: boolean }

/** Each answer of the site against a server that only sends the same head and body: answers a second, and processor time. */
export async function benchRatios(site: Site, folder: string, targets: readonly Target[]): Promise<void> {
  await quiet(site.pid)
  const rows = [['', 'bytes', 'answers/s', 'ratio (median of 5)', 'ratio of processor time']]
  for (const target of targets) rows.push(await compare(site, folder, target))
  console.log(table(rows))
}

async function compare(site: Site, folder: string, { name, path, encoding, known }: Target): Promise<string[]> {
  const headers: Record<string, string> = { 'Accept-Encoding': encoding }
  // Once more than what is worth the best compression, and the time to make it.
  for (let time = 0; time < 3; time += 1) await ask(site.url + path, headers)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const first = await ask(site.url + path, headers)
  if (known) headers['If-None-Match'] = String(first.headers.etag)
  const answer = await ask(site.url + path, headers)
  const file = join(folder, 'bare.json')
  const head = withoutConnection(answer.head)
  writeFileSync(file, JSON.stringify({ status: answer.status, head, body: answer.body.toString('base64') }))
  const bare = await startServer(['scripts/bench/serve/bare.mjs', file], { core: SERVER_CORE })
  try {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const [reference, ours] = [measure(bare, path, headers), measure(site, path, headers)]
      return { ours, ratio: ours.perSecond / reference.perSecond, cost: reference.cost / ours.cost }
    })
    const ratio = spreadOf(rounds.map((round) => round.ratio))
    const cost = spreadOf(rounds.map((round) => round.cost))
    const perSecond = spreadOf(rounds.map(({ ours }) => ours.perSecond)).median
    const spread = `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`
    return [
      name,
      String(answer.body.length),
      Math.round(perSecond).toLocaleString('en'),
      spread,
      cost.median.toFixed(2),
    ]
  } finally {
    await bare.stop()
  }
}

function measure({ url, pid }: Site, path: string, headers: Record<string, string>) {
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const wrk = ['wrk', '-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...sent, url + path]
  const before = processorMs(pid)
  const said = execFileSync('taskset', ['-c', String(CLIENT_CORE), ...wrk]).toString()
  const answers = Number(/(\d+) requests in/.exec(said)?.[1])
  if (/Non-2xx/.test(said) || !answers) throw new Error(`${path} was not answered:\n${said}`)
  return { perSecond: Number(/Requests\/sec:\s*([\d.]+)/.exec(said)?.[1]), cost: (processorMs(pid) - before) / answers }
}

/** What most people ask is made ready: it is not of the measure. */
async function quiet(pid: number): Promise<void> {
  for (let [before, now] = [-1, processorMs(pid)]; now - before > TICK_MS; [before, now] = [now, processorMs(pid)])
    await new Promise((resolve) => setTimeout(resolve, 2000))
}

/** What a process has had of the processor, its own time and the system's. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Node writes those by itself. */
function withoutConnection(head: readonly string[]): string[] {
  const own = ['date', 'connection', 'keep-alive']
  return head.filter((_, at) => !own.includes(head[at - (at % 2)]?.toLowerCase() ?? ''))
}
