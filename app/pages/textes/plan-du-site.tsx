import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { PAGES, type Page } from '#app/components/entete.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { PAGES_DU_PIED } from '#app/components/pied.tsx'
import { NOMS_DES_SUJETS, sujetOf } from '#app/domain/citations/methode.ts'

const TITRE = 'Plan du site'

export function loader({ context }: LoaderFunctionArgs) {
  return { canonique: `${context.publicUrl}/plan-du-site` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({ titre: TITRE, description: 'Toutes les pages de ce site, partie par partie.', ...page })

/** Every page that has one address, from the tables of the menu and of the foot. */
export default function PlanDuSite() {
  const seules = PAGES.filter(({ partie }) => partie === undefined)
  const aussi = PAGES_DU_PIED.filter(
    ({ href }) => href !== '/plan-du-site' && !PAGES.some((page) => page.href === href || hasPart(page, href)),
  )
  return (
    <div className="largeur page-texte">
      <h1>{TITRE}</h1>
      <Liens pages={[...seules, ...aussi]} />
      {PAGES.map(
        ({ href, nom, partie }) =>
          partie && (
            <section key={href} aria-labelledby={`plan${href.replace('/', '-')}`}>
              <h2 id={`plan${href.replace('/', '-')}`}>{nom}</h2>
              <Liens pages={partie} />
            </section>
          ),
      )}
      <section aria-labelledby="plan-methode">
        <h2 id="plan-methode">La méthode, par sujet</h2>
        <Liens pages={NOMS_DES_SUJETS.map((nom) => ({ href: `/methode/${nom}`, nom: sujetOf(nom).titre }))} />
      </section>
      <h2>Lieux, communes, départements</h2>
      <p>
        Chaque lieu a sa page, que <a href="/?vue=liste">la liste de tous les lieux</a> donne. Chaque département a la
        sienne dans <a href="/departements">le tableau des départements</a>, et mène à celles de ses communes.
      </p>
    </div>
  )
}

function hasPart({ partie = [] }: (typeof PAGES)[number], href: string): boolean {
  return partie.some((page) => page.href === href)
}

function Liens({ pages }: { pages: readonly Page[] }) {
  return (
    <ul>
      {pages.map(({ href, nom }) => (
        <li key={href}>
          <a href={href}>{nom}</a>
        </li>
      ))}
    </ul>
  )
}
