import { useLocation } from '@remix-run/react'

export const NOM_DU_SITE = 'Où sont les conseillers numériques ?'

export type Page = { href: string; nom: string; aussi?: string }

/** The pages of figures, in the order of their own menu. `aussi`: paths that belong to the same page. */
const CHIFFRES: readonly Page[] = [
  { href: '/couverture', nom: 'Couverture' },
  { href: '/departements', nom: 'Départements', aussi: '/communes' },
  { href: '/epci', nom: 'Intercommunalités' },
  { href: '/evolution', nom: 'Évolution' },
  { href: '/scenarios', nom: 'Scénarios' },
  { href: '/donnees', nom: 'Données' },
  { href: '/methode', nom: 'Méthode' },
]

/** The pages for who publishes, in the order of their own menu. */
const COLLECTIVITES: readonly Page[] = [
  { href: '/collectivites', nom: 'Mon territoire' },
  { href: '/collectivites/verifier', nom: 'Vérifier un fichier' },
  { href: '/collectivites/aide', nom: 'Être référencé' },
]

/** The main pages, in the order of the header. `/` is the list: a place or an employer is not in this table. */
export const PAGES: readonly (Page & { partie?: readonly Page[] })[] = [
  { href: '/', nom: 'Trouver un lieu' },
  { href: '/besoins', nom: 'Vos besoins' },
  { href: '/couverture', nom: 'Chiffres', partie: CHIFFRES },
  { href: '/collectivites', nom: 'Collectivités', partie: COLLECTIVITES },
  { href: '/a-propos', nom: 'À propos' },
]

export function Entete() {
  const { pathname } = useLocation()
  return (
    <header className="entete">
      <div className="largeur entete-ligne">
        <a className="marque" href="/">
          <Marque />
          <span>{NOM_DU_SITE}</span>
        </a>
        {/* On a phone the menu is put away; an address opens it, so that no script is needed. */}
        <a className="menu-ouvrir" href="#menu">
          Menu
        </a>
        <nav className="menu" id="menu" aria-label="Navigation principale">
          <ul>
            {PAGES.map((page) => (
              <li key={page.href}>
                <a href={page.href} aria-current={currentIn(page, pathname)}>
                  {page.nom}
                </a>
              </li>
            ))}
          </ul>
          <a className="menu-fermer" href="#contenu">
            Fermer le menu
          </a>
        </nav>
      </div>
    </header>
  )
}

/** The menu of the part that a page belongs to, on each of its pages; nothing elsewhere. */
export function MenuPartie() {
  const { pathname } = useLocation()
  const { nom, partie = [] } = PAGES.find(({ partie }) => partie?.some((page) => holds(page, pathname))) ?? {}
  if (partie.length === 0) return null
  // The most precise: "/collectivites/aide" is under "/collectivites", and is a page of its own.
  const ici = partie.findLast((page) => holds(page, pathname))
  return (
    <nav className="menu-chiffres" aria-label={nom}>
      <ul className="largeur">
        {partie.map((page) => (
          <li key={page.href}>
            <a href={page.href} aria-current={page === ici ? currentIn(page, pathname) : undefined}>
              {page.nom}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `page` where one is, `true` where one is in a part of it. */
function currentIn({ partie = [], ...page }: Page & { partie?: readonly Page[] }, pathname: string) {
  if (page.href === pathname) return 'page'
  return holds(page, pathname) || partie.some((one) => holds(one, pathname)) ? 'true' : undefined
}

function holds({ href, aussi = href }: Page, pathname: string): boolean {
  return pathname === href || [href, aussi].some((path) => path !== '/' && pathname.startsWith(`${path}/`))
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
