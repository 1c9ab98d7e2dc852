import type { ReactNode } from 'react'

/** The map's signs in words. The drawings repeat those of the canvas, shape for shape. */
export function Legend() {
  return (
    <ul className="carte-legende" aria-label="Légende de la carte">
      <Sign text="Lieu d’accueil">
        <circle className="carte-signe-lieu" cx="12" cy="12" r="7" />
      </Sign>
      <Sign text="Employeur sans lieu d’accueil connu">
        <rect className="carte-signe-structure" x="5.5" y="5.5" width="13" height="13" rx="2.5" />
      </Sign>
      <Sign text="Contour en tirets : position approximative">
        <circle className="carte-signe-approx" cx="12" cy="12" r="6.5" />
      </Sign>
      <Sign text="12 lieux et 3 employeurs, proches les uns des autres">
        <circle className="carte-signe-lieu" cx="11" cy="11" r="10" />
        <text className="carte-signe-nombre" x="11" y="15">
          12
        </text>
        <rect className="carte-signe-structure carte-signe-borde" x="15" y="12" width="12" height="13" rx="2.5" />
        <text className="carte-signe-nombre" x="21" y="22.5">
          3
        </text>
      </Sign>
    </ul>
  )
}

function Sign({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <svg className="carte-signe" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {text}
    </li>
  )
}
