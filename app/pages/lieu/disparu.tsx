import { type LieuDuTerritoire, LieuxDuTerritoire } from '#app/components/lieux-en-bref.tsx'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { formatDate } from '#app/domain/texte/format.ts'

type Props = {
  disparu: {
    nom: string
    communeNom: string | null
    departementCode: string
    departementNom: string
    vuLe: string
    proches: LieuDuTerritoire[]
  }
}

/** A place that was in an older file and is in none now: the person who kept its address is led to the nearest ones. */
export function LieuDisparu({ disparu }: Props) {
  const { communeNom, departementCode, departementNom, vuLe, proches } = disparu
  const nom = nomDoux(disparu.nom, communeNom)
  const ou = communeNom === null ? departementNom : `${communeNom} (${departementNom})`
  return (
    <div className="largeur page-lieu page-texte">
      <h1>{nom} n’est plus dans l’annuaire</h1>
      <p className="chapeau">
        Ce lieu, à {ou}, était dans la liste du {formatDate(vuLe)}. Il n’est plus dans la liste d’aujourd’hui : il a
        peut-être fermé, ou changé de nom.
      </p>
      {proches.length > 0 && (
        <section className="encart" aria-labelledby="proches">
          <h2 id="proches">Les lieux les plus proches</h2>
          <LieuxDuTerritoire lieux={proches} />
          <p className="discret">À vol d’oiseau de l’endroit où il était.</p>
        </section>
      )}
      <p>
        <a className="contact" href={`/?departement=${departementCode}`}>
          Tous les lieux du département : {departementNom}
        </a>
      </p>
    </div>
  )
}
