import type { AppContext } from '#app/context.ts'
import { emptyFilters, type Filters, writeFilters } from '#app/domain/filters.ts'
import { type ParamError, writeParams } from '#app/domain/parametres.ts'
import { couchesOf, optionsOf } from '#app/pages/accueil/couches.server.ts'
import { facettesOf } from '#app/pages/accueil/facettes.server.ts'
import { resultatsOf } from '#app/pages/accueil/resultats.server.ts'
import { figureDite } from '#app/pages/embed/figures.server.ts'
import type { NomDeFigure } from '#app/pages/embed/figures.ts'
import { CADRE, hrefEmbed, withQuery } from '#app/pages/embed/parametres.ts'
import { departementNoms } from '#db/departements.server.ts'
import { select } from '#db/selection.server.ts'
import { metaOf } from '#db/sources.server.ts'
import { codesOf } from './codes.server.ts'
import { type ChoixDuCadre, INTEGRER } from './parametres.ts'

/** The frame of a list: what the form offers, and what it makes. */
export function cadreDeListe(context: AppContext, filters: Filters, choix: ChoixDuCadre, errors: ParamError[]) {
  const { db, instant, publicUrl } = context
  const asked = { ...filters, page: 1 }
  const { plie, ou } = resultatsOf(context, asked, { params: new URLSearchParams(), errors, compris: null })
  const selection = select(db, asked, instant)
  const couches = couchesOf(db, selection)
  const cadre = { src: hrefEmbed(asked, choix), titre: `Conseillers numériques : ${plie}`, hauteur: choix.hauteur }
  return {
    ...{ figure: null, filters: asked, libelle: ou.libelle, caches: cachesOf(asked) },
    facettes: { ...facettesOf(db, selection, departementNoms(db)), couches: optionsOf(couches) },
    estimee: metaOf(db).ruraliteEstimee,
    ...{ cadre, codes: codesOf(publicUrl, cadre), errors },
  }
}

/** What the form has no field for, and keeps. */
function cachesOf({ commune, lat, lon, cellule, rayon, tri }: Filters): [string, string][] {
  return [...writeFilters({ ...emptyFilters(), commune, lat, lon, cellule, rayon, tri })]
}

/** The frame of a drawing: what its page asks of the address goes on to it. */
export async function cadreDeFigure(
  context: AppContext,
  figure: NomDeFigure,
  choix: ChoixDuCadre,
  asked: { params: URLSearchParams; errors: ParamError[] },
) {
  const caches = [...asked.params].filter(([nom]) => nom === 'figure' || !Object.hasOwn(INTEGRER, nom))
  const own = caches.filter(([nom]) => nom !== 'figure')
  const { titre, errors } = await figureDite(figure, context, asked.params)
  const src = withQuery(`/embed/${figure}`, new URLSearchParams([...own, ...writeParams(CADRE, choix)]))
  const cadre = { src, titre, hauteur: choix.hauteur }
  return { figure, caches, cadre, codes: codesOf(context.publicUrl, cadre), errors: [...asked.errors, ...errors] }
}
