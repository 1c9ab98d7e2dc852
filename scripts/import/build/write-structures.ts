import { shortId } from '#app/lecture/identity.ts'
import { EMPLOYEUR_NON_PRECISE, type Poste } from '#app/lecture/structures.ts'
import type { Db } from '#db/connect.server.ts'
import { poste as posteTable, structure as structureTable } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

/** Writes the rows of the current file and its employers: one per SIRET, its rows summed. Counts those with posts, and those without. */
export function writeStructures(db: Db, sourceId: number, postes: Poste[]) {
  const insertStructure = prepareInsert(db, structureTable)
  const groups = groupByEmployer(postes)
  const ids = new Map<string, number>()
  let structures = 0
  for (const [cle, rows] of groups) {
    const employeur = toStructure(cle, rows)
    ids.set(cle, insertStructure(employeur))
    if (employeur.postes > 0) structures += 1
  }
  writePostes(db, sourceId, postes, (poste) => ids.get(cleOf(poste)) ?? null)
  return { structures, structuresSansPoste: groups.size - structures }
}

/** Writes the rows of an older file: history, which no total adds. */
export function writeHistory(db: Db, sourceId: number, postes: Poste[]): void {
  writePostes(db, sourceId, postes, () => null)
}

function writePostes(db: Db, sourceId: number, postes: Poste[], structureOf: (poste: Poste) => number | null): void {
  const insertPoste = prepareInsert(db, posteTable)
  for (const poste of postes) {
    const { place, siege, siren, adresse, codePostal, franceServices, ...same } = poste
    insertPoste({
      ...same,
      sourceId,
      structureId: structureOf(poste),
      departementCode: place.departement,
      communeCode: place.commune?.code ?? null,
      ruralite: place.ruralite,
      densite: place.densite,
    })
  }
}

/** The path segment of an employer: its SIRET; without one, a short hash of what the row says of it. */
function cleOf({ siret, nom, place, codePostal, line }: Poste): string {
  if (siret) return siret
  return shortId(nom === EMPLOYEUR_NON_PRECISE ? `${line}|${codePostal}` : `${nom}|${place.departement}|${codePostal}`)
}

function groupByEmployer(postes: Poste[]): Map<string, Poste[]> {
  const groups = new Map<string, Poste[]>()
  for (const poste of postes) groups.set(cleOf(poste), [...(groups.get(cleOf(poste)) ?? []), poste])
  return groups
}

/**
 * An employer stands where most of its posts are; what its rows say otherwise is that of the latest validation. Of
 * equal rows the first speaks.
 */
function toStructure(cle: string, rows: Poste[]) {
  const [main] = [...rows].sort((a, b) => b.nombre - a.nombre) as [Poste]
  const [latest] = [...rows].sort((a, b) => compareText(b.dateValidation ?? '', a.dateValidation ?? '')) as [Poste]
  const { commune, departement, ruralite, densite, point, precision } = main.place
  const amounts = rows.flatMap((row) => row.investissement ?? [])
  return {
    cle,
    siret: main.siret,
    siren: main.siren,
    nom: latest.nom,
    type: latest.type,
    departementCode: departement,
    communeCode: commune?.code ?? null,
    communeSiegeCode: main.siege?.code ?? null,
    adresse: main.adresse,
    codePostal: main.codePostal,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    precision,
    ruralite,
    densite,
    frr: commune?.frr ?? null,
    postes: rows.reduce((sum, row) => sum + row.nombre, 0),
    investissement: amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount, 0) : null,
    dateValidation: latest.dateValidation,
    zrr: latest.zrr,
    qpv: latest.qpv,
    franceServices: latest.franceServices,
    lieux: 0,
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
