import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Kind } from '#app/domain/vocabulary.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { type EtatSource, etatSourcesPath, readEtatSources } from '#db/etat-sources.ts'
import { temporaryPath } from './publish.ts'

/** One official source, as it answered: `faute` is null when it gave a file or said that it had not changed. */
export type Reponse = Omit<EtatSource, 'reussieLe'>

/** Writes what the official sources answered: with why nothing was published, null when something was. */
export function writeEtatSources(out: string, reponses: readonly Reponse[], faute: string | null): void {
  const le = new Date().toISOString()
  const before = new Map(readEtatSources(out)?.sources.map((one) => [one.id, one.reussieLe]))
  const sources = reponses.map(
    (one): EtatSource => ({ ...one, reussieLe: one.faute === null ? le : (before.get(one.id) ?? null) }),
  )
  put(out, JSON.stringify({ le, faute, sources }, null, 1))
}

/** The same of an import that published nothing; a disk that cannot be written has been told of already. */
export function noteFailure(out: string, reponses: readonly Reponse[], error: unknown): void {
  // What is shown on the network names no folder of the machine.
  const faute = error instanceof Unreadable ? error.message : 'la commande en a dit la raison.'
  try {
    writeEtatSources(out, reponses, faute)
  } catch {}
}

/** Files given by hand take the place of what their sources give: nobody waits for those any more. */
export function forgetSources(out: string, kinds: ReadonlySet<Kind>): void {
  const etat = readEtatSources(out)
  const sources = etat?.sources.filter(({ kind }) => !kinds.has(kind)) ?? []
  if (sources.length === 0) rmSync(etatSourcesPath(out), { force: true })
  else if (sources.length < (etat?.sources.length ?? 0)) put(out, JSON.stringify({ ...etat, sources }, null, 1))
}

function put(out: string, text: string): void {
  const draft = temporaryPath(out)
  try {
    writeFileSync(draft, `${text}\n`)
    renameSync(draft, etatSourcesPath(out))
  } finally {
    rmSync(draft, { force: true })
  }
}
