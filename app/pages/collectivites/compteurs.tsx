import { VOIR_LABELS, type Voir } from '#app/domain/collectivites/vues.ts'
import { formatNombre } from '#app/domain/texte/format.ts'

type Props = { chemin: string; voir: Voir | null; voirs: Voir[]; compteurs: Record<Voir, number>; lieux: number }

/** What is wrong, counted; each count leads to its list. Nothing is said of what is not there. */
export function Compteurs({ chemin, voir, voirs, compteurs, lieux }: Props) {
  return (
    <nav className="compteurs" aria-label="Ce qui est à corriger">
      <ul>
        <li>
          <a href={chemin} aria-current={voir === null ? 'page' : undefined}>
            <strong>{formatNombre(lieux)}</strong> <span>{lieux > 1 ? 'lieux : tout voir' : 'lieu : tout voir'}</span>
          </a>
        </li>
        {voirs.map((one) => (
          <li key={one}>
            <a href={`${chemin}?voir=${one}`} aria-current={voir === one ? 'page' : undefined}>
              <strong>{formatNombre(compteurs[one])}</strong>{' '}
              <span>{VOIR_LABELS[one][compteurs[one] > 1 ? 1 : 0]}</span>
            </a>
          </li>
        ))}
      </ul>
      {voirs.length === 0 && <p>Nous n’avons rien vu à corriger.</p>}
    </nav>
  )
}
