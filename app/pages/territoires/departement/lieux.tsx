import { type LieuDuTerritoire, LieuxDuTerritoire } from '#app/components/lieux-en-bref.tsx'
import { formatNombre } from '#app/domain/texte/format.ts'

type Props = { lieux: LieuDuTerritoire[]; total: number; code: string; du: string }

/** The first places of a department and the way to all of them; where there is none, whom to ask. */
export function LieuxDuDepartement({ lieux, total, code, du }: Props) {
  const tous = total === 1 ? 'Voir ce lieu sur la carte' : `Voir les ${formatNombre(total)} lieux ${du}`
  return (
    <section className="encart" aria-labelledby="lieux-accueil">
      <h2 id="lieux-accueil">Lieux d’accueil</h2>
      {total === 0 && (
        <p>Aucun lieu d’accueil n’est publié ici. Une mairie ou un employeur ci-dessous peut vous renseigner.</p>
      )}
      <LieuxDuTerritoire lieux={lieux} />
      {total > 0 && (
        <p>
          <a className="contact" href={`/?departement=${code}`}>
            {tous}
          </a>
        </p>
      )}
    </section>
  )
}
