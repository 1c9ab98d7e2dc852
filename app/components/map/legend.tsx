import type { ReactNode } from 'react'
import { SigneDePoint } from '#app/components/signe-de-point.tsx'
import type { Objet } from '#app/domain/carte/points.ts'

type Couche = Exclude<Objet, 'lieu'>

const NOMS: Record<Couche, string> = {
  'france-services': 'France services, un autre réseau',
  autre: 'Autre lieu de médiation numérique',
  structure: 'Employeur sans lieu d’accueil connu',
}
const ENSEMBLE: Record<Couche, string> = {
  'france-services': '5 France services',
  autre: '5 autres lieux',
  structure: '5 employeurs',
}

/** The map's signs in words, those of a layer when it is shown. The drawings repeat those of the canvas, shape for shape. */
export function Legend({ couches }: { couches: readonly Couche[] }) {
  return (
    <ul className="carte-legende" aria-label="Légende de la carte">
      <li>
        <SigneDePoint objet="lieu" />
        Lieu d’accueil
      </li>
      {couches.map((objet) => (
        <li key={objet}>
          <SigneDePoint objet={objet} />
          {NOMS[objet]}
        </li>
      ))}
      <Sign text={'Contour en tirets\u00a0: position approximative'}>
        <circle className="signe-approx" cx="12" cy="12" r="6.5" />
      </Sign>
      {couches.length === 0 && (
        <Sign text="12 lieux, proches les uns des autres">
          <circle className="signe-lieu" cx="12" cy="12" r="10" />
          <text className="signe-nombre" x="12" y="16">
            12
          </text>
        </Sign>
      )}
      {couches.map((objet) => (
        <Sign key={objet} text={`12 lieux et ${ENSEMBLE[objet]}, proches les uns des autres`}>
          <circle className="signe-lieu" cx="11" cy="11" r="10" />
          <text className="signe-nombre" x="11" y="15">
            12
          </text>
          {CARTOUCHES[objet]}
          <text className="signe-nombre" x="21.5" y="22.5">
            5
          </text>
        </Sign>
      ))}
    </ul>
  )
}

/** What holds the number of a layer beside that of the places. */
const CARTOUCHES: Record<Couche, ReactNode> = {
  'france-services': <path className="signe-france-services signe-borde" d="M12.5 18.5 17 12H26L30.5 18.5 26 25H17Z" />,
  autre: <rect className="signe-autre signe-borde" x="14" y="12" width="15" height="13" rx="6.5" />,
  structure: <rect className="signe-structure signe-borde" x="15" y="12" width="13" height="13" rx="2.5" />,
}

function Sign({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <svg className="signe" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {text}
    </li>
  )
}
