import { hrefStructure } from '#app/components/liens.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** Who employs the advisor, as far as the two files meet; of another network, the organisation. */
export function Employeur({ lieu }: { lieu: LieuComplet }) {
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
