import { hrefAccueil } from '#app/components/liens.ts'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { type Filters, removals, writeFilters } from '#app/domain/filters.ts'
import { compte } from '#app/domain/texte/format.ts'
import type { BesoinPropose } from '#app/pages/besoins/liste-besoins.tsx'
import { namesOf } from '#app/pages/commun/proximite.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { countByServices, select } from '#db/selection.server.ts'

/** The needs as links to the list under the filters given, whose own services the need replaces. */
export function besoinsOf(db: Db, asked: Filters, instant: Date) {
  const filters: Filters = { ...asked, service: [], page: 1, vue: null }
  const selection = select(db, filters, instant)
  const nombres = countByServices(
    selection,
    BESOINS.map(({ services }) => services),
  )
  const besoins = BESOINS.map(({ cle, titre, exemples, services, franceServices }, rang): BesoinPropose => {
    return {
      cle,
      titre,
      exemples,
      href: hrefAccueil({ ...filters, service: [...services] }),
      phrase: phraseNombre(nombres[rang], selection.position !== null),
      franceServices: franceServices ? hrefFranceServices(filters) : null,
    }
  })
  const names = { departements: departementNoms(db), ...namesOf(db, selection) }
  return { filters, besoins, actifs: removals(filters, names).map(({ label }) => label) }
}

/** What its list will hold; a list around a place is never empty. */
function phraseNombre(nombres: { nombre: number; incertains: number } | undefined, near: boolean): string {
  const { nombre = 0, incertains = 0 } = nombres ?? {}
  if (nombre > 0) return compte(nombre, 'lieu', 'lieux')
  if (incertains > 0) return 'Les lieux ne le précisent pas : appelez'
  return near ? 'Voir les lieux les plus proches' : 'Aucun lieu ne l’annonce'
}

function hrefFranceServices(filters: Filters): string {
  const params = writeFilters(filters)
  params.set('couche', 'france-services')
  return `/?${params}`
}
