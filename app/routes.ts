import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL of the site that Remix answers. */
export default [
  index('routes/accueil.tsx'),
  route('lieux/:id', 'routes/lieu.tsx'),
  route('structures/:siret', 'routes/structure.tsx'),
  route('besoins', 'routes/besoins.tsx'),
  route('mentions-legales', 'routes/mentions-legales.tsx'),
  route('accessibilite', 'routes/accessibilite.tsx'),
  route('a-propos', 'routes/a-propos.tsx'),
  route('methode', 'routes/methode.tsx'),
  route('methode/:fichier', 'routes/methode-fichier.ts'),
  route('fiches.json', 'routes/fiches-json.ts'),
  route('contours.json', 'routes/contours-json.ts'),
  route('api/v1/lieux', 'routes/api-lieux-json.ts'),
  route('api/v1/lieux.geojson', 'routes/api-lieux-geojson.ts'),
  route('api/v1/lieux.csv', 'routes/api-lieux-csv.ts'),
  route('api/v1/recherche', 'routes/api-recherche-json.ts'),
  route('*', 'routes/introuvable.tsx'),
] satisfies RouteConfig
