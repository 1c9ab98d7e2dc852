import type { Db } from '#db/connect.server.ts'

/**
 * Joins places to their employer (docs/regles.md §6): same SIRET, else same SIREN within the department, marked
 * probable, the employer with most posts when several; then counts each employer's places.
 */
export function matchLieux(db: Db): { siret: number; siren: number } {
  const { $client } = db
  const siret = $client
    .prepare(`
      UPDATE lieu SET rapprochement = 'siret', structure_id = s.id FROM structure s
      WHERE lieu.reseau = 'conseiller-numerique' AND s.siret = lieu.siret`)
    .run().changes
  const siren = $client
    .prepare(`
      UPDATE lieu SET rapprochement = 'siren', structure_id = (
        SELECT s.id FROM structure s WHERE s.siren = lieu.siren AND s.departement_code = lieu.departement_code
        ORDER BY s.postes DESC, s.id LIMIT 1)
      WHERE reseau = 'conseiller-numerique' AND structure_id IS NULL AND siren IS NOT NULL AND EXISTS (
        SELECT 1 FROM structure s WHERE s.siren = lieu.siren AND s.departement_code = lieu.departement_code)`)
    .run().changes
  $client.exec(`
    UPDATE structure SET lieux = n FROM (
      SELECT structure_id, count(*) AS n FROM lieu WHERE structure_id IS NOT NULL GROUP BY structure_id
    ) WHERE structure_id = structure.id`)
  return { siret, siren }
}
