import { Icone } from '#app/components/icones.tsx'
import { NomsTrouves } from '#app/components/noms-trouves.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { Rayons } from './autour.tsx'

type Props = {
  filters: Filters
  noms: NomsTrouves
  phrase: string
  actifs: { label: string; search: string }[]
  /** "1 204 employeurs sans lieu connu…": what is not in the sentence's count. */
  precisions: string[]
  /** The position asked for is in no commune. */
  horsDeFrance: boolean
}

/** What is shown, said aloud when it changes, then each filter with its way out. */
export function FiltresActifs({ filters, noms, phrase, actifs, precisions, horsDeFrance }: Props) {
  return (
    <section className="resume" aria-label="Ce qui est affiché">
      <p className="resume-phrase" id="resume" role="status" tabIndex={-1}>
        {phrase}
      </p>
      <div data-region="actifs" id="actifs">
        {horsDeFrance && (
          <p className="alerte-ligne" data-hors-de-france>
            Ce point ne semble pas être en France. Écrivez une commune ou un code postal de France.
          </p>
        )}
        <NomsTrouves filters={filters} noms={noms} />
        <Rayons filters={filters} />
        {precisions.length > 0 && <p className="discret">{precisions.join(' · ')}</p>}
        {actifs.length > 0 && (
          <ul className="actifs">
            {actifs.map(({ label, search }) => (
              <li key={label}>
                <a className="actif" href={`/${search}`}>
                  <span className="invisible">Retirer le filtre </span>
                  {label}
                  <Icone nom="croix" />
                </a>
              </li>
            ))}
            {actifs.length > 1 && (
              <li>
                <a className="actif-tout" href="/">
                  Tout effacer
                </a>
              </li>
            )}
          </ul>
        )}
      </div>
    </section>
  )
}
