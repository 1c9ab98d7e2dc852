import { type KeyboardEvent, type RefObject, useId } from 'react'
import { OBJETS, type Objet, type PointRef } from '#app/domain/carte/points.ts'
import { compte } from '#app/domain/texte/format.ts'
import type { Choice } from './choice.ts'
import { FicheList, OneFiche } from './fiche-views.tsx'

type Props = {
  choice: Choice | null
  titleRef: RefObject<HTMLParagraphElement>
  onMore: () => void
  onRetry: () => void
  onClose: () => void
}

/** What was chosen on the map, in words and links. Stands outside the map, which a screen reader does not see. */
export function ChoicePanel({ choice, titleRef, onMore, onRetry, onClose }: Props) {
  return (
    <section
      className={choice === null ? 'carte-panneau carte-panneau-vide' : 'carte-panneau'}
      aria-live="polite"
      aria-label="Lieu choisi sur la carte"
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && onClose()}
    >
      {choice !== null && (
        <>
          <div className="carte-panneau-tete">
            <p className="carte-panneau-titre" tabIndex={-1} ref={titleRef}>
              {titleOf(choice)}
            </p>
            <button type="button" className="carte-bouton carte-fermer" onClick={onClose}>
              <span aria-hidden="true">×</span>
              <span className="invisible">{`Fermer\u00a0: ${titleOf(choice)}`}</span>
            </button>
          </div>
          <Content choice={choice} onMore={onMore} onRetry={onRetry} />
        </>
      )}
    </section>
  )
}

function Content({ choice, onMore, onRetry }: Pick<Props, 'onMore' | 'onRetry'> & { choice: Choice }) {
  const listId = useId()
  const { points, fiches, asked, state } = choice
  const [first] = fiches
  const left = points.length - asked
  return (
    <>
      {points.length === 1 && first !== undefined && <OneFiche fiche={first} />}
      {points.length > 1 && <FicheList fiches={fiches} id={listId} />}
      {state === 'loading' && <p>Chargement…</p>}
      {state === 'error' && (
        <p>
          Le détail n’a pas pu être chargé.{' '}
          <button type="button" className="carte-bouton" onClick={onRetry}>
            Réessayer
          </button>
        </p>
      )}
      {state === 'ready' && left > 0 && (
        <button type="button" className="carte-bouton" aria-controls={listId} onClick={onMore}>
          Voir plus ({left} de plus)
        </button>
      )}
    </>
  )
}

const NOMS: Record<Objet, [singulier: string, pluriel: string]> = {
  lieu: ['lieu', 'lieux'],
  'france-services': ['France services', 'France services'],
  autre: ['autre lieu', 'autres lieux'],
  structure: ['employeur', 'employeurs'],
}

/** "12 lieux à cet endroit", "8 lieux et 4 employeurs à cet endroit", or the name of the one. */
export function titleOf({ points, fiches, state }: Choice): string {
  if (state === 'absent') return 'Ce lieu n’est pas sur la carte : sa position n’est pas connue.'
  if (points.length > 1) return `${countOf(points)} à cet endroit`
  return fiches[0]?.nom ?? (state === 'ready' ? 'Ce lieu n’est plus dans l’annuaire.' : 'Lieu choisi')
}

function countOf(points: readonly PointRef[]): string {
  const parts = OBJETS.flatMap((own) => {
    const count = points.filter(({ objet }) => objet === own).length
    return count === 0 ? [] : [compte(count, ...NOMS[own])]
  })
  return parts.join(', ').replace(/, ([^,]*)$/, ' et $1')
}
