import { useLocation } from '@remix-run/react'

export const NOM_DU_SITE = 'Où sont les conseillers numériques ?'

/** The main pages, in the order of the header. `/` is the list: a place or an employer is not in this table. */
const PAGES = [
  { href: '/', nom: 'Trouver un lieu' },
  { href: '/besoins', nom: 'Vos besoins' },
] as const

export function Entete() {
  const { pathname } = useLocation()
  return (
    <header className="entete">
      <div className="largeur entete-ligne">
        <a className="marque" href="/">
          <Marque />
          <span>{NOM_DU_SITE}</span>
        </a>
        <nav className="menu" aria-label="Navigation principale">
          <ul>
            {PAGES.map(({ href, nom }) => (
              <li key={href}>
                <a href={href} aria-current={href === pathname ? 'page' : undefined}>
                  {nom}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** A pin that holds a pointer: a place where one learns to click. */
function Marque() {
  return (
    <svg className="marque-dessin" viewBox="0 0 40 48" width="32" height="38" aria-hidden="true">
      <path
        className="marque-fond"
        d="M20 1C9.500 1 1 9.400 1 19.800 1 33.500 20 47 20 47s19-13.500 19-27.200C39 9.400 30.500 1 20 1z"
      />
      <path className="marque-trait" d="M14 10.500v17.300l4.600-4.100 3 7 3.700-1.600-3-6.900 6.200-.6z" />
    </svg>
  )
}

export function BandeauDemonstration() {
  return (
    <aside className="bandeau" aria-label="Données de démonstration">
      <p className="largeur">
        <strong>Données de démonstration.</strong> Les noms, les adresses et les téléphones de ces pages sont inventés.
      </p>
    </aside>
  )
}
