import { compte, formatDate } from '#app/domain/format.ts'
import { hrefStructure } from '../liens.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** Who employs the advisor, as far as the two files meet. */
export function Employeur({ lieu }: { lieu: LieuComplet }) {
  const { structure } = lieu
  if (!structure && !lieu.structureParente) return null
  return (
    <section className="encart" aria-labelledby="employeur">
      <h2 id="employeur">Employeur</h2>
      {structure ? (
        <>
          <p>
            <a href={hrefStructure(structure.cle)}>{structure.nom}</a>
          </p>
          <p>
            {compte(structure.postes, 'poste validé', 'postes validés')}
            {structure.dateValidation && `, la dernière fois le ${formatDate(structure.dateValidation)}`}.
          </p>
          {lieu.rapprochement === 'siren' && (
            <p className="discret">Rapprochement probable : même organisme dans le département, autre établissement.</p>
          )}
        </>
      ) : (
        <p>{lieu.structureParente}</p>
      )}
    </section>
  )
}
