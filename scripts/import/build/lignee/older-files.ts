import { detach } from '#app/lecture/detach.ts'
import { identify } from '#app/lecture/identity.ts'
import { type LieuConnu, startPlaces } from '#app/lecture/join-lieux.ts'
import { type Repere, readRepere } from '#app/lecture/lieux.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { isUncut, type Row } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuAncien, lieuChange } from '#db/schema.ts'
import { readBounded } from '#scripts/import/build/bounded-work.ts'
import { prepareInsert } from '#scripts/import/build/prepare-insert.ts'
import type { Provenance } from '#scripts/import/gather/sources.ts'
import { choixOf } from '#scripts/import/input.ts'
import type { Etape } from '#scripts/import/progress.ts'
import { ditDe } from './changements.ts'
import { type EtatLignee, startLignee } from './follow-lieux.ts'
import { type LieuSuivi, type Trace, tracesOf } from './trace.ts'

/** An archived file of places, older than the one in force. */
export type FichierAncien = { path: string; millesime: string; provenance?: Provenance }

type Reading = { territoire: Territoire; today: string; step: (etape: Etape) => void }

/**
 * Gives the places written in `db` the ids that they had in the archived files, oldest first, and writes the ids that
 * are no more. `enVigueur`: the traces of what is written. `souvenir`: what these files have left, which are then not
 * read again. Gives what all of them leave.
 */
export async function followOlderFiles(
  db: Db,
  anciens: readonly FichierAncien[],
  enVigueur: { traces: readonly Trace[]; millesime: string },
  { souvenir, ...reading }: Reading & { souvenir: EtatLignee | undefined },
): Promise<EtatLignee> {
  const lignee = startLignee(souvenir)
  for (const ancien of souvenir ? [] : anciens) {
    const { millesime } = ancien
    reading.step(`fichier du ${millesime}`)
    const traces = await readTraces(ancien, reading)
    reading.step('identités')
    lignee.followFile(traces, millesime)
  }
  lignee.followFile(enVigueur.traces, enVigueur.millesime)
  const setId = db.$client.prepare('UPDATE lieu SET id = ?, vu_depuis = ? WHERE numero = ?')
  const insertChange = prepareInsert(db, lieuChange)
  for (const { known, own, id } of enVigueur.traces) {
    const depuis = lignee.depuisOf(id)
    if (id !== own || depuis !== null) setId.run(id, depuis, known.numero)
    const change = lignee.changeOf(id)
    if (change) insertChange({ lieuNumero: known.numero, ...change })
  }
  const insert = prepareInsert(db, lieuAncien)
  for (const ancien of lignee.endFollowing().sort((a, b) => (a.id < b.id ? -1 : 1))) insert(ancien)
  return lignee.etat()
}

/** The places of a file, as its import made them; nothing else of it is kept. */
async function readTraces({ path, provenance }: FichierAncien, { territoire, today }: Reading): Promise<Trace[]> {
  const places = startPlaces()
  const fiches: LieuSuivi[] = []
  const table = await openTable(path, choixOf({ kind: 'lieux', provenance }))
  for await (const rows of table.rows()) {
    const read = (row: Row) => (isUncut(row) ? null : readRepere(row, territoire, startJournal(row.line), today))
    for (const lieu of readBounded(rows, read, () => null)) {
      if (lieu === null) continue
      const identity = identify(lieu)
      const [known, ...others] = places.find(identity)
      for (const other of others) places.replace(other, known as LieuConnu)
      if (known) {
        places.join(known, identity, lieu.idPublie)
        ;(fiches[known.numero] as LieuSuivi).dit = null
      } else places.add(fiches.push(ficheOf(lieu)) - 1, lieu.dateMaj, identity, lieu.idPublie)
    }
  }
  return tracesOf(places.ids(), (numero) => fiches[numero] as LieuSuivi)
}

/** Its texts are copies: those cut from a file keep the whole of it in memory. */
function ficheOf(repere: Repere): LieuSuivi {
  const { reseau, nom, communeNom, codePostal, place } = repere
  const { commune, departement, point } = place
  return {
    reseau,
    nom: detach(nom),
    communeCode: commune?.code ?? null,
    communeNom: communeNom && detach(communeNom),
    codePostal: codePostal && detach(codePostal),
    departementCode: departement,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    dit: ditDe(repere),
  }
}
