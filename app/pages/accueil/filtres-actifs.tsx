import {
  Approchants,
  ChoixCompris,
  type Compris,
  Homonymes,
  type LienCompris,
  MemeCodePostal,
} from '#app/components/compris.tsx'
import { Icone } from '#app/components/icones.tsx'
import type { FilterKey, Filters } from '#app/domain/filters.ts'
import { Rayons } from './autour.tsx'
import { Moments } from './moments.tsx'
import { Ordre } from './ordre.tsx'

type Props = {
  filters: Filters
  /** What the text of the search means, when it names no one place. */
  compris: Compris | null
  ou: Record<'homonymes' | 'approchants' | 'voisines', LienCompris[]> & {
    ligne: string | null
    codePostal: string | null
  }
  phrase: string
  actifs: { key: FilterKey; label: string; search: string }[]
  /** "1 204 employeurs sans lieu connu…": what is not in the sentence's count. */
  precisions: string[]
  /** The position asked for is in no commune. */
  horsDeFrance: boolean
  /** There is something to put in order. */
  triable: boolean
  /** The list says nothing. */
  muette: boolean
}

/** What is shown, said aloud when it changes; then what to change of it, on one line of a phone. */
export function FiltresActifs(props: Props) {
  const { filters, compris, ou, phrase, actifs, precisions, horsDeFrance, triable, muette } = props
  return (
    <section className="resume" aria-label="Ce qui est affiché">
      <h1 className="resume-titre">
        <span id="resume" role="status" tabIndex={-1}>
          {phrase}
        </span>
      </h1>
      <div data-region="actifs" id="actifs">
        {horsDeFrance && (
          <p className="alerte-ligne" data-hors-de-france>
            Ce point ne semble pas être en France. Écrivez une commune ou un code postal de France.
          </p>
        )}
        {filters.cellule !== null && !horsDeFrance && (
          <p className="discret" data-moi="">
            Ce lien dit un secteur, et la position de personne : les distances partent de son milieu.
          </p>
        )}
        {ou.ligne && <p data-compris>{ou.ligne}</p>}
        {compris && <ChoixCompris compris={compris} />}
        <MemeCodePostal {...ou} />
        <Approchants approchants={ou.approchants} />
        <Homonymes homonymes={ou.homonymes} />
        {precisions.length > 0 && <p className="discret precisions-liste">{precisions.join(' · ')}</p>}
        <div className="puces">
          <Rayons filters={filters} />
          <Actifs actifs={actifs} />
          {!compris?.phrase && <Moments filters={filters} />}
          {triable && !muette && <Ordre filters={filters} />}
        </div>
      </div>
    </section>
  )
}

function Actifs({ actifs }: Pick<Props, 'actifs'>) {
  if (actifs.length === 0) return null
  return (
    <ul className="actifs">
      {actifs.map(({ key, label, search }) => (
        <li key={label}>
          <a className="actif" href={`/${search}`}>
            <span data-moi={key === 'cellule' ? 'Autour de vous' : undefined}>{label}</span>
            <Icone nom="croix" />
            <span className="invisible">, retirer ce filtre</span>
          </a>
        </li>
      ))}
      {actifs.length > 1 && (
        <li>
          <a className="actif-tout" href="/?vue=liste">
            Tout effacer
          </a>
        </li>
      )}
    </ul>
  )
}
