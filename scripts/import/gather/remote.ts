import { setTimeout as wait } from 'node:timers/promises'
import type { KnownAddresses } from './known-addresses.ts'
import { addressOf } from './remote/data-gouv.ts'
import { type Download, download } from './remote/download.ts'
import { LIMITS, type Limits } from './remote/limits.ts'
import { backoff } from './remote/retry.ts'
import { Unfetched } from './remote/unfetched.ts'
import type { OfficialSource } from './sources.ts'

export type Downloaded = { source: OfficialSource; download: Download }
export type Failure = { source: OfficialSource; reason: string }

/**
 * Fetches the official files into `folder`, all at once. A source that fails is reported and the others go on. One
 * that cannot be met is tried again only when another could: with no network at all, every failure comes in seconds.
 */
export async function downloadOfficial(
  sources: OfficialSource[],
  folder: string,
  known: KnownAddresses,
  limits: Limits = LIMITS,
): Promise<{ files: Downloaded[]; failures: Failure[] }> {
  const remote = sources.filter((source) => !source.manuel)
  const results = await Promise.all(remote.map((source) => outcome(source, folder, known, limits)))
  for (let tried = 1; tried < limits.tries && isPartial(results); tried += 1) {
    await wait(backoff(tried, limits))
    await Promise.all(
      remote.map(async (source, i) => {
        if (isUnreachable(results[i])) results[i] = await outcome(source, folder, known, limits)
      }),
    )
  }
  const files: Downloaded[] = []
  const failures: Failure[] = []
  for (const [i, source] of remote.entries()) {
    const result = results[i] as Outcome
    if (result instanceof Unfetched) failures.push({ source, reason: result.message })
    else files.push({ source, download: result })
  }
  return { files, failures }
}

type Outcome = Download | Unfetched

/** An error that is not of the network (a full disk) is thrown: no source can do better. */
async function outcome(
  source: OfficialSource,
  folder: string,
  known: KnownAddresses,
  limits: Limits,
): Promise<Outcome> {
  try {
    return await downloadSource(source, folder, known, limits)
  } catch (error) {
    if (error instanceof Unfetched) return error
    throw error
  }
}

function isUnreachable(result: Outcome | undefined): boolean {
  return result instanceof Unfetched && result.outlook === 'unreachable'
}

function isPartial(results: Outcome[]): boolean {
  return results.some(isUnreachable) && !results.every(isUnreachable)
}

async function downloadSource(
  source: OfficialSource,
  folder: string,
  known: KnownAddresses,
  limits: Limits,
): Promise<Download> {
  const { address, chaine, fromPrivate, pris } = await addressOf(source, folder, limits)
  const got = await download(address, folder, source.id, { limits, known: known.ofKind(source.kind), fromPrivate })
  return { ...got, pris, trace: { ...got.trace, chaine: [...chaine, ...got.trace.chaine] } }
}
