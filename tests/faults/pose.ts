import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openReadOnly } from '#db/connect.server.ts'
import { ended, startImport } from '#tests/import/commande.ts'
import { workFolder } from '#tests/import/files.ts'
import { type Edition, filesOf, writeEdition } from './editions.ts'
import { type Comptes, compter, constater } from './etat.ts'

/** A database of the first edition, published by the real command, which tests copy: `duree` of that import, in ms. */
export type Pose = Awaited<ReturnType<typeof publierLaPremiere>>

export async function publierLaPremiere() {
  const folder = workFolder()
  const temporary = join(folder.path, 'tmp')
  mkdirSync(temporary)
  const premiere = writeEdition(folder, 0)
  const intacte = join(folder.path, 'intacte', 'annuaire.sqlite')
  const start = (edition: Edition, out: string, more = {}) =>
    startImport([...filesOf(edition), '--out', out], { temporary, ...more })
  const from = performance.now()
  const { code, stderr } = await ended(start(premiere, intacte))
  const duree = performance.now() - from
  if (code !== 0) throw new Error(stderr)
  const comptes = comptesDe(intacte)
  const { dommages } = constater(intacte, [premiere], comptes)
  if (dommages.length > 0) throw new Error(dommages.join())

  /** A copy of it with its archive, in a folder of its own. */
  function poser(name: string): string {
    rmSync(join(folder.path, name), { recursive: true, force: true })
    cpSync(dirname(intacte), join(folder.path, name), { recursive: true })
    return join(folder.path, name, 'annuaire.sqlite')
  }

  return { folder, temporary, premiere, comptes, duree, start, poser }
}

function comptesDe(out: string): Comptes {
  const db = openReadOnly(out)
  try {
    return compter(db)
  } finally {
    db.$client.close()
  }
}
