import { hrefStructure } from '#app/components/liens.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import type { LieuComplet } from './lieu-complet.ts'

/**
 * Who employs the advisor, as far as the two files meet. `postesAu`: date of the file of posts. Of another network, the
 * organisation alone: its posts say nothing of this place.
 */
export function Employeur({ lieu, postesAu }: { lieu: LieuComplet; postesAu: string | null }) {
  const { structure } = lieu
  const conseiller = lieu.reseau === 'conseiller-numerique'
  if (!structure && !lieu.structureParente) return null
  return (
    <section className="encart employeur" aria-labelledby="employeur">
      <h2 id="employeur">{conseiller ? 'Employeur' : 'Organisme'}</h2>
      {structure ? (
        <>
          <p>
            <a href={hrefStructure(structure.cle)}>{structure.nom}</a>
          </p>
          {conseiller && (
            <p>
              {compte(structure.postes, 'poste validé', 'postes validés')}
              {postesAu && ` au ${formatDate(postesAu)}`}.
            </p>
          )}
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
