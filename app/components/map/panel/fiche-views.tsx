import { useEffect, useRef, useState } from 'react'
import { partageDuNavigateur } from '#app/components/partage-du-navigateur.ts'
import { Telephone } from '#app/components/telephone.tsx'
import type { LiensDeFiche, MapFiche, Objet } from '#app/domain/carte/points.ts'
import { upperFirst } from '#app/domain/texte/format.ts'

/** What a point is when it is no place of a conseiller numérique. */
const GENRES: Record<Objet, string | null> = {
  lieu: null,
  'france-services': 'France services\u00a0: un autre réseau, pour vos démarches',
  autre: 'Lieu d’un autre réseau\u00a0: nous ne savons pas si un conseiller numérique y reçoit',
  structure: 'Employeur sans lieu d’accueil connu',
}
/** The same in a list, in two words. */
const EN_LISTE: Record<Objet, string | null> = {
  lieu: null,
  'france-services': 'France services',
  autre: 'Autre réseau',
  structure: null,
}
const LIENS: Record<Objet, string> = {
  lieu: 'Voir la fiche du lieu',
  'france-services': 'Voir la fiche de la France services',
  autre: 'Voir la fiche du lieu',
  structure: 'Voir la fiche de l’employeur',
}

export function OneFiche({ fiche }: { fiche: MapFiche }) {
  return (
    <>
      {GENRES[fiche.objet] && <p className="carte-panneau-genre">{GENRES[fiche.objet]}</p>}
      <Joindre fiche={fiche} />
      <p>
        {fiche.distance && <strong>{upperFirst(fiche.distance)}. </strong>}
        {addressOf(fiche)}
      </p>
      {fiche.detail && <p>{fiche.detail}</p>}
      {fiche.approximate && <p className="carte-panneau-genre">Position approximative sur la carte</p>}
      <p>
        <a className="carte-panneau-lien" href={fiche.href}>
          {LIENS[fiche.objet]}
          <span className="invisible">, {fiche.nom}</span>
        </a>
      </p>
      {fiche.liens && <Liens nom={fiche.nom} liens={fiche.liens} />}
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
          {EN_LISTE[fiche.objet] && <span className="carte-panneau-adresse">{EN_LISTE[fiche.objet]}</span>}
          <Joindre fiche={fiche} />
          <span className="carte-panneau-adresse">
            {[fiche.distance && upperFirst(fiche.distance), addressOf(fiche)].filter(Boolean).join('. ')}
          </span>
          {fiche.objet !== 'structure' && fiche.detail && <span className="carte-panneau-adresse">{fiche.detail}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Whether to go now, and the number to call first, as on the cards of the list. */
function Joindre({ fiche: { nom, etat, telephone } }: { fiche: MapFiche }) {
  return (
    <>
      {etat && <p className={`etat etat-${etat.etat}`}>{etat.phrase}</p>}
      {telephone && (
        <p>
          <Telephone numero={telephone} pour={nom} />
        </p>
      )}
    </>
  )
}

/** What one does with a place: go there, tell someone. */
function Liens({ nom, liens: { geo, itineraire, sms, courriel, page } }: { nom: string; liens: LiensDeFiche }) {
  const [echec, setEchec] = useState<string | null>(null)
  const partager = partageDuNavigateur(nom, page, sms)
  return (
    <>
      <ul className="carte-panneau-actions">
        <li className="au-doigt">
          <a href={geo}>Itinéraire</a>
        </li>
        <li>
          <a href={itineraire}>Itinéraire sur OpenStreetMap</a>
        </li>
        {partager && (
          <li>
            <button type="button" className="carte-lien" onClick={() => partager().then(setEchec)}>
              Partager
            </button>
          </li>
        )}
        <li>
          <a href={sms}>Envoyer par SMS</a>
        </li>
        <li>
          <a href={courriel}>Envoyer par e-mail</a>
        </li>
      </ul>
      {echec && <p>{echec}</p>}
    </>
  )
}

function addressOf({ adresse, commune }: MapFiche): string {
  return [adresse, commune].filter(Boolean).join(', ')
}
