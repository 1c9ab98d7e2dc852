import type { Methode } from '#app/domain/choropleth-classes.ts'
import { INDICATEUR_PAR_DEFAUT, type Indicateur, type Maille } from '#app/domain/couverture/indicateurs.ts'
import { type Filters, writeFilters } from '#app/domain/filters.ts'

/** The address of the list under some filters: "/", or "/?departement=23&page=2". */
export function hrefAccueil(filters: Filters): string {
  const recherche = writeFilters(filters).toString()
  return recherche === '' ? '/' : `/?${recherche}`
}

/** The page of needs that goes on with these filters. */
export function hrefBesoins(filters: Filters): string {
  return `/besoins${hrefAccueil(filters).slice(1)}`
}

/** The page of a place. `recherche` is the list's query string, so that the page can lead back to it. */
export function hrefLieu(id: string, recherche = ''): string {
  return `/lieux/${encodeURIComponent(id)}${retour(recherche)}`
}

/** The page of an employer. */
export function hrefStructure(cle: string, recherche = ''): string {
  return `/structures/${encodeURIComponent(cle)}${retour(recherche)}`
}

type Couverture = {
  indicateur: Indicateur['cle']
  maille: Maille
  niveaux: boolean
  classes: Methode
  trier: string | null
}

/** The page of coverage, or a file of it, that asks this; what is the default is left out. */
export function hrefCouverture({ indicateur, maille, niveaux, classes, trier }: Couverture, fichier = ''): string {
  const params = new URLSearchParams()
  if (indicateur !== INDICATEUR_PAR_DEFAUT.cle) params.set('indicateur', indicateur)
  if (maille !== 'departement') params.set('maille', maille)
  if (niveaux) params.set('niveaux', '7')
  if (classes !== 'quantiles') params.set('classes', classes)
  if (trier !== null) params.set('trier', trier)
  const chemin = fichier === '' ? '/couverture' : `/couverture/${fichier}`
  return params.size === 0 ? chemin : `${chemin}?${params}`
}

function retour(recherche: string): string {
  return recherche === '' ? '' : `?${new URLSearchParams({ retour: recherche })}`
}

/** The page of an employer in the annuaire des entreprises, by its SIRET or SIREN. */
export function hrefAnnuaire(siret: string): string {
  // A SIREN (nine digits) has its own page there; a place may publish either.
  const page = siret.length === 14 ? 'etablissement' : 'entreprise'
  return `https://annuaire-entreprises.data.gouv.fr/${page}/${encodeURIComponent(siret)}`
}
