import { identify } from '#app/lecture/identity.ts'
import type { Lieu } from '#app/lecture/lieux.ts'
import { readLieu } from '#app/lecture/lieux.ts'
import { type Ancien, startLignee, type Trace } from '#app/lecture/lignee.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { type Known, startPlaces } from '#app/lecture/places.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuAncien } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'

export type Lignee = ReturnType<typeof startLignee>

/** An archived file of places, older than the one in force. */
export type FichierAncien = { path: string; millesime: string }

/** Follows the places of the archived files, oldest first, up to those of the file in force, which come next. */
export async function suivreAnciens(
  fichiers: readonly FichierAncien[],
  territoire: Territoire,
  today: string,
): Promise<Lignee> {
  const lignee = startLignee()
  for (const { path, millesime } of fichiers) lignee.suivre(await tracesDe(path, territoire, today), millesime)
  return lignee
}

/** The places of a file, as its import made them; nothing of it is written. */
async function tracesDe(path: string, territoire: Territoire, today: string): Promise<Trace[]> {
  const table = await openTable(path, 'lieux')
  const places = startPlaces()
  const lieux = new Map<number, Lieu>()
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const lieu = row.defect === 'ligne.guillemet' ? null : readLieu(row, territoire, startJournal(row.line), today)
      if (lieu === null) continue
      const identity = identify(lieu)
      const [known, ...others] = places.find(identity)
      for (const other of others) places.replace(other, known as Known)
      if (known) places.join(known, identity, lieu.idPublie)
      else places.add(row.line, lieu.dateMaj, identity, lieu.idPublie)
      if (!known) lieux.set(row.line, lieu)
    }
  }
  return [...places.ids()].flatMap(([known, id]) => {
    const lieu = lieux.get(known.numero)
    if (!lieu) return []
    const { commune, departement, point } = lieu.place
    const where = { communeCode: commune?.code ?? null, departementCode: departement }
    return [traceOf(known, id, { ...lieu, ...where, lat: point?.lat ?? null, lon: point?.lon ?? null })]
  })
}

type Fiche = Pick<Lieu, 'reseau' | 'nom' | 'communeNom' | 'codePostal'> & {
  communeCode: string | null
  departementCode: string
  lat: number | null
  lon: number | null
}

/** What may be found again of a place in another file. */
export function traceOf({ bases, homonymes, adresses, publies }: Known, id: string, fiche: Fiche): Trace {
  const { reseau, nom, communeCode, communeNom, codePostal, departementCode: departement, lat, lon } = fiche
  const commune = communeCode ?? communeNom ?? codePostal ?? departement
  const where = { commune, communeCode, communeNom, departement, lat, lon }
  return { id, reseau, bases, homonymes, adresses, publies, nom, ...where }
}

/** Those that a visitor may have kept the address of: places that were shown. */
export function writeAnciens(db: Db, anciens: readonly Ancien[]): void {
  const insert = prepareInsert(db, lieuAncien)
  for (const { departement: departementCode, ...ancien } of [...anciens].sort((a, b) => (a.id < b.id ? -1 : 1)))
    insert({ ...ancien, departementCode })
}
