import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { datesOf, listSources, metaOf } from '#db/sources.server.ts'
import icone from '../public/favicon.svg?raw'
import { BandeauDemonstration, Entete, MenuPartie, NOM_DU_SITE } from './components/entete.tsx'
import { EntreeContext } from './components/entree.ts'
import { Dessins } from './components/icones.tsx'
import { PageErreur, titreErreur } from './components/page-erreur.tsx'
import { Pied } from './components/pied.tsx'
import { ageDe } from './domain/chiffres/dates.ts'
import { STARTER_SCRIPT } from './starter.ts'
import feuilleDuSite from './styles/feuilles/site.css?url'

export const links: LinksFunction = () => [
  // In the page itself: 0.1 kB more there, and 1.4 kB and one request less on a slow line.
  { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icone)}`, type: 'image/svg+xml' },
]

export function loader({ context }: LoaderFunctionArgs) {
  const { demonstration, ruraliteEstimee, geocodees } = metaOf(context.db)
  const sources = listSources(context.db).filter((source) => source.courante)
  // The centres embedded with the site are GeoNames'; those of geo.api.gouv.fr are the State's.
  const geonames = !sources.some((source) => source.kind === 'communes')
  const age = ageDe(datesOf(context.db), context.instant)
  return {
    demonstration,
    ruraliteEstimee,
    age,
    sources,
    geonames,
    geocodees: geocodees > 0,
    publicUrl: context.publicUrl,
  }
}

// Only an error shows it: each page says its own.
export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? NOM_DU_SITE : `${titreErreur(statusOf(error))} – ${NOM_DU_SITE}` },
  { name: 'robots', content: 'noindex' },
]

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  if (useMatches().some((match) => handleOf(match).cadre))
    return <Cadre demonstration={data?.demonstration ?? false}>{children}</Cadre>
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <Feuille />
      </head>
      <body>
        <a className="evitement" href="#contenu">
          Aller au contenu
        </a>
        <Dessins />
        <Entete />
        {data?.demonstration && <BandeauDemonstration />}
        <MenuPartie />
        <main id="contenu" tabIndex={-1}>
          {children}
        </main>
        <Pied sources={data?.sources ?? []} geonames={data?.geonames ?? false} geocodees={data?.geocodees ?? false} />
        <Starter />
      </body>
    </html>
  )
}

/**
 * A page that stands within another site: no menu nor foot, which are that site's to have, and links that leave it alone.
 */
function Cadre({ demonstration, children }: { demonstration: boolean; children: ReactNode }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <base target="_blank" />
        <Meta />
        <Links />
        <Feuille />
      </head>
      <body>
        <Dessins />
        {demonstration && <BandeauDemonstration />}
        <main id="contenu">{children}</main>
        <Starter />
      </body>
    </html>
  )
}

/** One sheet a page, whole: the route's own (`handle.feuille`), else the site's. A page in error has no route. */
function Feuille() {
  const own = useMatches().findLast((match) => handleOf(match).feuille)
  const { feuille = feuilleDuSite } = own ? handleOf(own) : {}
  return <link rel="stylesheet" href={typeof feuille === 'string' ? feuille : feuille(own?.data)} />
}

/** What a route says of its page: its style sheet, whether something comes alive in it, whether others may frame it. */
export type Handle = { islands?: boolean; feuille?: string | ((page: unknown) => string); cadre?: boolean }

function handleOf(match: { handle: unknown }): Handle {
  return (match.handle ?? {}) as Handle
}

/** Only on routes that say `handle = { islands: true }` and on errors, which hold the search field: others carry no script. */
function Starter() {
  const entree = useContext(EntreeContext)
  const error = useRouteError()
  const islands = useMatches().some((match) => handleOf(match).islands)
  if (!(islands || error) || entree === null) return null
  return (
    <script
      data-entry={entree.entry}
      data-runtime={entree.runtime}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own, which the CSP allows by its hash
      dangerouslySetInnerHTML={{ __html: STARTER_SCRIPT }}
    />
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const message = isRouteErrorResponse(error) && typeof error.data === 'string' && error.data !== '' ? error.data : null
  return <PageErreur status={statusOf(error)} message={message} />
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
