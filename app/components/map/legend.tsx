import type { ReactNode } from 'react'

/** The map's signs in words, those of a layer when it is shown. The drawings repeat those of the canvas, shape for shape. */
export function Legend({ franceServices }: { franceServices: boolean }) {
  return (
    <ul className="carte-legende" aria-label="Légende de la carte">
      <Sign text="Lieu d’accueil">
        <circle className="carte-signe-lieu" cx="12" cy="12" r="7" />
      </Sign>
      <Sign text="Employeur sans lieu d’accueil connu">
        <rect className="carte-signe-structure" x="5.5" y="5.5" width="13" height="13" rx="2.5" />
      </Sign>
      {franceServices && (
        <Sign text="France services, un autre réseau">
          <path className="carte-signe-france-services" d="M12 3.2 20.8 12 12 20.8 3.2 12Z" />
        </Sign>
      )}
      <Sign text={'Contour en tirets\u00a0: position approximative'}>
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
      {franceServices && (
        <Sign text="12 lieux et 5 France services, proches les uns des autres">
          <circle className="carte-signe-lieu" cx="11" cy="11" r="10" />
          <text className="carte-signe-nombre" x="11" y="15">
            12
          </text>
          <path className="carte-signe-france-services carte-signe-borde" d="M12.5 18.5 17 12H26L30.5 18.5 26 25H17Z" />
          <text className="carte-signe-nombre" x="21.5" y="22.5">
            5
          </text>
        </Sign>
      )}
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
