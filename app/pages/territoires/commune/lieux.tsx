import { type LieuDuTerritoire, LieuxDuTerritoire } from '#app/components/lieux-en-bref.tsx'
import { compte } from '#app/domain/texte/format.ts'

type Props = { lieux: LieuDuTerritoire[]; total: number; nom: string; code: string }

/** The places of a commune; none is said, and the way to those around it given. */
export function LieuxDeCommune({ lieux, total, nom, code }: Props) {
  if (total === 0) return null
  return (
    <section className="encart" aria-labelledby="lieux-accueil">
      <h2 id="lieux-accueil">{compte(total, 'lieu d’accueil', 'lieux d’accueil')}</h2>
      <LieuxDuTerritoire lieux={lieux} />
      <p>
        <a className="contact" href={`/?commune=${code}`}>
          {total > lieux.length ? 'Voir tous les lieux' : 'Voir sur la carte'}, autour de {nom}
        </a>
      </p>
    </section>
  )
}

/** The nearest places outside a commune; `seuls`: it has none of its own. */
export function LieuxAutour({ lieux, seuls, code }: { lieux: LieuDuTerritoire[]; seuls: boolean; code: string }) {
  return (
    <section className="encart" aria-labelledby="autour">
      <h2 id="autour">{seuls ? 'Les lieux les plus proches' : 'Les plus proches en dehors de la commune'}</h2>
      {lieux.length === 0 && <p>Aucun autre lieu n’est connu sur le territoire.</p>}
      <LieuxDuTerritoire lieux={lieux} />
      {lieux.length > 0 && (
        <p className="discret">
          À vol d’oiseau du centre de la commune.{' '}
          <a className="contact" href={`/?commune=${code}&rayon=50`}>
            Tous les lieux à moins de 50 km
          </a>
        </p>
      )}
    </section>
  )
}
