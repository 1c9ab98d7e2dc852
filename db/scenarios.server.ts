import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { and, eq, gt, sql } from 'drizzle-orm'
import { type Bilan, bilanOf } from '#app/domain/scenarios/bilan.ts'
import { type DemandeDeScenario, nombreTire } from '#app/domain/scenarios/demande.ts'
import { etatSans } from '#app/domain/scenarios/etat.ts'
import { connaitFrr, createPays, type Donnees, type Pays } from '#app/domain/scenarios/pays.ts'
import { type Plage, plageOf } from '#app/domain/scenarios/plage.ts'
import { type Resultat, resultatOf } from '#app/domain/scenarios/resultat.ts'
import type { Db } from './connect.server.ts'
import { commune, lieu, poste, source, structure } from './schema.ts'
import { currentSource, ofCurrentFile } from './sources.server.ts'
import { departementsDesservis } from './territoires.server.ts'

type Charge = { changes: number; pays: Pays; avant: Bilan; plages: Map<number, Promise<Plage>> }

const loaded = new WeakMap<Database.Database, Charge>()

/** The country that scenarios look at; `avant` is what it holds when nothing ends. */
export function paysOf(db: Db): Pick<Charge, 'pays' | 'avant'> {
  return chargeOf(db)
}

/** A scenario, computed in memory. */
export function scenario(db: Db, demande: DemandeDeScenario): Resultat {
  const { pays, avant } = chargeOf(db)
  return resultatOf(pays, avant, demande)
}

/**
 * How a draw of so many posts spreads over several seeds: computed once for a database, whichever seed is asked. A draw
 * takes some tens of ms: whoever else asks is answered between two of them.
 */
export function plageDesTirages(db: Db, demande: Extract<DemandeDeScenario, { fin: 'tirage' }>): Promise<Plage> {
  const { pays, plages } = chargeOf(db)
  const nombre = nombreTire(demande, pays.postes.length)
  const plage = plages.get(nombre) ?? plageOf(pays, nombre, setImmediate)
  plages.set(nombre, plage)
  return plage
}

/** A published database never changes under its connection; tests write and read through the same one. */
function chargeOf(db: Db): Charge {
  const changes = db.$client.prepare<[], number>('select total_changes()').pluck().get() ?? 0
  const known = loaded.get(db.$client)
  if (known?.changes === changes) return known
  const pays = createPays(loadDonnees(db))
  const charge = { changes, pays, avant: bilanOf(pays, etatSans(pays, [])), plages: new Map() }
  loaded.set(db.$client, charge)
  return charge
}

function loadDonnees(db: Db): Donnees {
  const employeurs = db
    .select({
      id: structure.id,
      departement: structure.departementCode,
      ruralite: structure.ruralite,
    })
    .from(structure)
    .where(gt(structure.postes, 0))
    .orderBy(structure.id)
    .all()
  const rangOf = new Map(employeurs.map(({ id }, rang) => [id, rang]))
  const rang = (id: number | null) => (id === null ? null : (rangOf.get(id) ?? null))
  return {
    postes: loadPostes(db, rang),
    employeurs: employeurs.map(({ departement, ruralite }) => ({ departement, ruralite })),
    lieux: loadLieux(db, rang),
    communes: loadCommunes(db),
  }
}

type Rang = (id: number | null) => number | null

/** In the order of the file, so that a draw can be made again from it. */
function loadPostes(db: Db, rang: Rang): Donnees['postes'] {
  const fichierFrr = currentSource(db, 'frr') !== null
  const rows = db
    .select({
      nombre: poste.nombre,
      structureId: poste.structureId,
      type: poste.type,
      departement: poste.departementCode,
      ruralite: poste.ruralite,
      frr: commune.frr,
      departementCommune: commune.departementCode,
    })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .leftJoin(commune, eq(commune.code, poste.communeCode))
    .where(and(ofCurrentFile, gt(poste.nombre, 0)))
    .orderBy(poste.sourceId, poste.line)
    .all()
  return rows.flatMap(({ nombre, structureId, type, departement, ruralite, frr, departementCommune }) => {
    const connu = fichierFrr && departementCommune !== null && connaitFrr(departementCommune)
    const prive = type === null ? null : type === 'privée'
    const one = { employeur: rang(structureId), departement, ruralite, prive, frr: connu ? frr !== null : null }
    return Array.from({ length: nombre }, () => one)
  })
}

function loadLieux(db: Db, rang: Rang): Donnees['lieux'] {
  const { numero, lat, lon, structureId, departementCode: departement, ruralite } = lieu
  return db
    .select({ numero, lat, lon, structureId, departement, ruralite })
    .from(lieu)
    .where(eq(lieu.reseau, 'conseiller-numerique'))
    .orderBy(sql`${lat} is null`, lat, numero)
    .all()
    .map(({ structureId, ...row }) => {
      return { ...row, lat: row.lat ?? Number.NaN, lon: row.lon ?? Number.NaN, employeur: rang(structureId) }
    })
}

function loadCommunes(db: Db): Donnees['communes'] {
  const { code, nom, departementCode: departement, ruralite, population, lat, lon, distanceKm, lieuProche } = commune
  const rows = db
    .select({ code, nom, departement, ruralite, population, lat, lon, km: distanceKm, lieu: lieuProche })
    .from(commune)
    .orderBy(code)
    .all()
  const desservis = departementsDesservis(db)
  return rows.map(({ lat, lon, km, lieu, ...row }) => {
    const centre = lat === null || lon === null ? null : { lat, lon }
    // On a land without a place nobody loses one.
    const proche = desservis.has(row.departement) ? { km, lieu } : { km: null, lieu: null }
    return { ...row, ...proche, centre }
  })
}
