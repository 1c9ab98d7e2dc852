import { useEffect, useRef } from 'react'
import type { MapFiche, Objet } from '#app/domain/carte/points.ts'

/** What a point is when it is no place of a conseiller numérique. */
const GENRES: Record<Objet, string | null> = {
  lieu: null,
  'france-services': 'France services\u00a0: un autre réseau, pour vos démarches',
  structure: 'Employeur sans lieu d’accueil connu',
}
const LIENS: Record<Objet, string> = {
  lieu: 'Voir la fiche du lieu',
  'france-services': 'Voir la fiche de la France services',
  structure: 'Voir la fiche de l’employeur',
}

export function OneFiche({ fiche }: { fiche: MapFiche }) {
  return (
    <>
      {GENRES[fiche.objet] && <p className="carte-panneau-genre">{GENRES[fiche.objet]}</p>}
      <p>{addressOf(fiche)}</p>
      {fiche.detail && <p>{fiche.detail}</p>}
      {fiche.approximate && <p className="carte-panneau-genre">Position approximative sur la carte</p>}
      <p>
        <a className="carte-panneau-lien" href={fiche.href}>
          {LIENS[fiche.objet]}
          <span className="invisible">, {fiche.nom}</span>
        </a>
      </p>
    </>
  )
}

export function FicheList({ fiches, id }: { fiches: readonly MapFiche[]; id: string }) {
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
          {fiche.objet === 'france-services' && <span className="carte-panneau-adresse">France services</span>}
          <span className="carte-panneau-adresse">{addressOf(fiche)}</span>
          {fiche.objet !== 'structure' && fiche.detail && <span className="carte-panneau-adresse">{fiche.detail}</span>}
        </li>
      ))}
    </ul>
  )
}

function addressOf({ adresse, commune }: MapFiche): string {
  return [adresse, commune].filter(Boolean).join(', ')
}
