import { gunzipSync } from 'node:zlib'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from './connect.server.ts'
import { copie, copieMorceau } from './schema.ts'

/** Every file that can be given again, with its source (null: it comes with the site) and how many cells were emptied. */
export function listCopies(db: Db): { nom: string; sourceId: number | null; vides: number }[] {
  return db.select().from(copie).orderBy(asc(copie.sourceId), asc(copie.nom)).all()
}

/** The bytes of a file, piece by piece; null when there is no such file. */
export function readCopie(db: Db, nom: string): Iterable<Uint8Array> | null {
  const [known] = db.select({ nom: copie.nom }).from(copie).where(eq(copie.nom, nom)).all()
  return known === undefined ? null : morceauxOf(db, nom)
}

function* morceauxOf(db: Db, nom: string): Generator<Uint8Array> {
  for (let rang = 0; ; rang += 1) {
    const [morceau] = db
      .select({ gzip: copieMorceau.gzip })
      .from(copieMorceau)
      .where(and(eq(copieMorceau.nom, nom), eq(copieMorceau.rang, rang)))
      .all()
    if (morceau === undefined) return
    yield gunzipSync(morceau.gzip)
  }
}
