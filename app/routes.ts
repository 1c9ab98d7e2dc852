import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL of the site that Remix answers. */
export default [
  index('routes/accueil.tsx'),
  route('lieux/:id', 'routes/lieu.tsx'),
  route('structures/:siret', 'routes/structure.tsx'),
  route('besoins', 'routes/besoins.tsx'),
  route('mentions-legales', 'routes/mentions-legales.tsx'),
  route('accessibilite', 'routes/accessibilite.tsx'),
  route('departements', 'routes/departements.tsx'),
  route('departements/fichier/:fichier', 'routes/departements-fichier.ts'),
  route('departements/:code', 'routes/departement.tsx'),
  route('departements/:code/:fichier', 'routes/departement-fichier.ts'),
  route('communes/:code', 'routes/commune.tsx'),
  route('communes/:code/:fichier', 'routes/commune-fichier.ts'),
  route('sitemap.xml', 'routes/sitemap-xml.ts'),
  route('sitemap/:partie', 'routes/sitemap-partie-xml.ts'),
  route('robots.txt', 'routes/robots-txt.ts'),
  route('fiches.json', 'routes/fiches-json.ts'),
  route('contours.json', 'routes/contours-json.ts'),
  route('api/v1/lieux', 'routes/api-lieux-json.ts'),
  route('api/v1/lieux.geojson', 'routes/api-lieux-geojson.ts'),
  route('api/v1/lieux.csv', 'routes/api-lieux-csv.ts'),
  route('api/v1/communes/:code/lieux', 'routes/api-commune-lieux-json.ts'),
  route('api/v1/recherche', 'routes/api-recherche-json.ts'),
  route('*', 'routes/introuvable.tsx'),
] satisfies RouteConfig
