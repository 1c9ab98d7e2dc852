import {
  Approchants,
  ChoixCompris,
  type Compris,
  Homonymes,
  type LienCompris,
  MemeCodePostal,
} from '#app/components/compris.tsx'
import { Icone } from '#app/components/icones.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { Rayons } from './autour.tsx'
import { Moments } from './moments.tsx'

type Props = {
  filters: Filters
  /** What the text of the search means, when it names no one place. */
  compris: Compris | null
  ou: Record<'homonymes' | 'approchants' | 'voisines', LienCompris[]> & {
    ligne: string | null
    codePostal: string | null
  }
  phrase: string
  actifs: { label: string; search: string }[]
  /** "1 204 employeurs sans lieu connu…": what is not in the sentence's count. */
  precisions: string[]
  /** The position asked for is in no commune. */
  horsDeFrance: boolean
}

/** What is shown, said aloud when it changes, then each filter with its way out. */
export function FiltresActifs({ filters, compris, ou, phrase, actifs, precisions, horsDeFrance }: Props) {
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
        {ou.ligne && <p data-compris>{ou.ligne}</p>}
        {compris && <ChoixCompris compris={compris} />}
        <Rayons filters={filters} />
        {!compris?.phrase && <Moments filters={filters} />}
        {precisions.length > 0 && <p className="discret">{precisions.join(' · ')}</p>}
        <MemeCodePostal {...ou} />
        <Approchants approchants={ou.approchants} />
        <Homonymes homonymes={ou.homonymes} />
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
