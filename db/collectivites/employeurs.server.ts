import { sql } from 'drizzle-orm'
import type { EmployeurLu } from '#app/domain/collectivites/rapport.ts'
import type { Db } from '../connect.server.ts'
import type { TerritoireDeCollectivite } from './territoire.server.ts'

/** The employers that have posts validated on a territory by the file in force, those without a known place first. */
export function employeursDuTerritoire(db: Db, { postes }: TerritoireDeCollectivite): EmployeurLu[] {
  const rows = db.values<[number, string, string | null, string, number, string | null, number]>(sql`
    select t.id, t.cle, t.siret, t.nom, sum(p.nombre) as postes, c.nom, t.lieux
    from source f join poste p on p.source_id = f.id join structure t on t.id = p.structure_id
      left join commune c on c.code = p.commune_code
    where f.kind = 'structures' and f.courante = 1 and ${postes}
    group by t.id order by t.lieux > 0, postes desc, t.nom, t.cle`)
  return rows.map(([id, cle, siret, nom, nombre, communeNom, lieux]) => {
    return { id, cle, siret, nom, postes: nombre, communeNom, lieux }
  })
}
