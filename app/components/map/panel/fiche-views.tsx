import { useEffect, useRef } from 'react'
import type { Fiche } from '#app/domain/points.ts'

export function OneFiche({ fiche }: { fiche: Fiche }) {
  return (
    <>
      {fiche.objet === 'structure' && <p className="carte-panneau-genre">Employeur sans lieu d’accueil connu</p>}
      <p>{addressOf(fiche)}</p>
      {fiche.detail && <p>{fiche.detail}</p>}
      {fiche.approximate && <p className="carte-panneau-genre">Position approximative sur la carte</p>}
      <p>
        <a className="carte-panneau-lien" href={fiche.href}>
          {fiche.objet === 'structure' ? 'Voir la fiche de l’employeur' : 'Voir la fiche du lieu'}
          <span className="invisible"> {fiche.nom}</span>
        </a>
      </p>
    </>
  )
}

export function FicheList({ fiches, id }: { fiches: readonly Fiche[]; id: string }) {
  const list = useRef<HTMLUListElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    // "Voir plus" goes away while the next ones come: the reading goes on at the first of them.
    if (shown.current > 0) list.current?.children[shown.current]?.querySelector('a')?.focus()
    shown.current = fiches.length
  }, [fiches])
  return (
    // Fifty names read aloud at once would drown the title, which says how many there are.
    <ul className="carte-panneau-liste" id={id} aria-live="off" ref={list}>
      {fiches.map((fiche) => (
        <li key={`${fiche.objet} ${fiche.numero}`}>
          <a href={fiche.href}>{fiche.nom}</a>
          <span className="carte-panneau-adresse">{addressOf(fiche)}</span>
        </li>
      ))}
    </ul>
  )
}

function addressOf({ adresse, commune }: Fiche): string {
  return [adresse, commune].filter(Boolean).join(', ')
}
