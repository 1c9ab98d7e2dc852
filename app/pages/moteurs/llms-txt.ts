import type { LoaderFunctionArgs } from '@remix-run/node'
import { lieuxConnus, postesValides } from '#app/domain/chiffres/dates.ts'
import { citeSource } from '#app/domain/citations/source-citee.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { datesOf, fichiersAbsents, metaOf } from '#db/sources.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'

/** What a program finds here, by the address that gives it without a page to read. */
const PAGES = [
  ['/api/v1/openapi.json', 'toutes les adresses de l’API, leurs paramètres et leurs réponses (OpenAPI 3.1)'],
  ['/api/v1/lieux?departement=23', 'les lieux d’accueil, avec les filtres de la liste (JSON)'],
  ['/api/v1/lieux.geojson', 'les mêmes, avec leur position (GeoJSON ; .csv existe aussi)'],
  ['/api/v1/communes/23096/lieux', 'les lieux d’une commune, par son code Insee, ou les plus proches'],
  ['/api/v1/recherche?q=gueret', 'un nom de commune, de lieu ou de besoin, et ce qu’il désigne'],
  ['/api/v1/couverture', 'les chiffres nationaux, par ruralité et par distance'],
  ['/donnees', 'chaque tableau entier, en CSV et en XLSX, avec la description de ses colonnes'],
  ['/methode', 'comment chaque chiffre est fait, et les scripts qui le refont'],
  ['/communes/23096', 'la page d’une commune : ses lieux, ou les plus proches'],
  ['/departements/23', 'la page d’un département'],
  ['/flux/france.xml', 'ce qui change, lieu par lieu (Atom)'],
  ['/sitemap.xml', 'toutes les pages'],
] as const

/** `/llms.txt`: what the site holds, for a program that answers people. */
export function loader({ context: { db, publicUrl } }: LoaderFunctionArgs) {
  const lines = [
    '# Où sont les conseillers numériques ?',
    '',
    '> Annuaire et carte des lieux de France où un conseiller numérique reçoit le public, gratuitement, fait à partir de données publiques. Ce site n’est pas un site de l’État.',
    '',
    ...(metaOf(db).demonstration
      ? ['Ces données sont une démonstration : elles sont inventées. Ne les citez pas.', '']
      : []),
    ...comptesDe(db),
    'Un poste est validé, au siège de son employeur : il n’est ni forcément pourvu, ni encore financé. Ne confondez pas lieux et postes.',
    'Les horaires de plus de 18 mois ne disent pas qu’un lieu est ouvert : conseillez d’appeler.',
    'Un chiffre se cite avec sa source et sa date.',
    '',
    '## Adresses',
    '',
    ...PAGES.map(([path, quoi]) => `- [${path}](${publicUrl}${path}) : ${quoi}`),
    '',
    '## Sources',
    '',
    ...sourcesDes(db, SOURCES_COUVERTURE).map((source) => `- ${citeSource(source)}`),
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

/** A count of which the file is not imported is left out: unknown is not none. */
function comptesDe(db: Parameters<typeof datesOf>[0]): string[] {
  const [dates, absents, { lieux, postes }] = [datesOf(db), fichiersAbsents(db), chiffresEnsemble(db)]
  return [
    ...(absents.includes('lieux') ? [] : [`${upperFirst(lieuxConnus(lieux, dates))}.`]),
    ...(absents.includes('structures') ? [] : [`${upperFirst(postesValides(postes, dates))}.`]),
  ]
}
