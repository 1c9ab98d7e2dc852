import type { AppContext } from '#app/context.ts'
import { describeListes } from '#app/dessin/dessins-evolution.tsx'
import { classesDuFond } from '#app/dessin/fond-de-carte.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { titreDuPlan } from '#app/dessin/plan-departement.tsx'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { type ParamError, refusal } from '#app/domain/parametres.ts'
import { readDepartementCode } from '#app/domain/territoires/codes.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { pageOf } from '#app/pages/couverture/couverture-page.server.ts'
import { hrefCouverture } from '#app/pages/couverture/parametres.ts'
import { evolutionPage } from '#app/pages/evolution/evolution-page.server.ts'
import { titreValidations } from '#app/pages/evolution/validations.tsx'
import { scenarioOf } from '#app/pages/scenarios/scenarios.server.ts'
import { planDuDepartement } from '#app/pages/territoires/departement/plan.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { chiffresDesDepartements } from '#db/territoires.server.ts'
import type { Dessin } from './dessin.tsx'
import type { NomDeFigure } from './figures.ts'

/** A drawing and what is said around it. `dessin`: null when the data has nothing to draw, which `phrase` then says. */
export type FigureDite = {
  titre: string
  dessin: Dessin | null
  phrase: string | null
  sources: SourceCitee[]
  /** Its page, with what was asked of it. */
  href: string
  errors: ParamError[]
}
type Make = (context: AppContext, params: URLSearchParams) => FigureDite | Promise<FigureDite>

export function figureDite(nom: NomDeFigure, context: AppContext, params: URLSearchParams) {
  return MAKES[nom](context, params)
}

const VALIDES = 'La liste ne dit pas si un poste est pourvu, ni s’il est encore financé.'

const MAKES: Record<NomDeFigure, Make> = {
  couverture: (context, params) => {
    const { valeurs, nature, choix, titreIndicateur: titre, ...page } = pageOf(context, params)
    const fond = fondDeCarte(`${choix.maille}s`)
    const { classes: methode } = choix
    const classes = classesDuFond(fond, valeurs, (valeur) => formatValeur(nature, valeur), methode)
    const dessin = { genre: 'carte', carte: { fond, valeurs, classes, methode }, nature, choix, titre } as const
    const href = hrefCouverture({ ...choix, trier: null })
    return {
      titre,
      dessin,
      phrase: page.manques.join(' ') || null,
      sources: page.sourcesCarte,
      href,
      errors: page.errors,
    }
  },
  distance: (context, params) => {
    const { tableaux, series, choix, errors } = pageOf(context, params)
    const { titre, sources } = tableaux.courbe
    const dessin = series.length > 0 ? ({ genre: 'distance', series } as const) : null
    const phrase = dessin ? null : 'Les distances ne sont pas connues : un fichier n’est pas importé.'
    return { titre, dessin, phrase, sources: [...sources], href: hrefCouverture({ ...choix, trier: null }), errors }
  },
  'postes-par-liste': evolution(({ listes }) =>
    listes.length < 2
      ? null
      : {
          titre: 'Postes validés, liste par liste',
          dessin: { genre: 'listes', listes, dit: describeListes(listes) },
        },
  ),
  'ecarts-regions': evolution(({ barres, periode }) => barres && ecarts('région', barres.regions, periode)),
  'ecarts-departements': evolution(
    ({ barres, periode }) => barres && ecarts('département', barres.departements, periode),
  ),
  'validations-par-mois': evolution(({ validations }) =>
    !validations || validations.mois.length === 0
      ? null
      : { titre: titreValidations(validations.date), dessin: { genre: 'mois', mois: validations.mois } },
  ),
  scenario: async ({ db }, params) => {
    const { lecture, titre, manque, recherche, sources, errors } = await scenarioOf(db, params)
    const barres = lecture?.barres ?? []
    return {
      titre: lecture ? lecture.titreBarres : titre,
      dessin: barres.length > 0 ? { genre: 'scenario', barres } : null,
      phrase: lecture?.hypothese ?? manque ?? 'Aucun scénario n’est demandé : choisissez-en un sur sa page.',
      ...{ sources, errors, href: recherche === '' ? '/scenarios' : `/scenarios?${recherche}` },
    }
  },
  plan: ({ db }, params) => {
    const raw = params.get('departement') ?? ''
    const found = chiffresDesDepartements(db).find(({ code }) => code === readDepartementCode(raw))
    if (found === undefined) {
      const errors = [refusal('departement', raw, 'un code comme 23, 2A ou 974')]
      return { titre: 'Plan d’un département', dessin: null, phrase: null, sources: [], href: '/departements', errors }
    }
    const { code, nom, chiffres } = found
    const plan = planDuDepartement(db, code)
    const lieux = fichiersAbsents(db).includes('lieux') ? null : chiffres.lieux
    const titre = titreDuPlan(`${nom} (${code})`, lieux, datesOf(db))
    return {
      ...{ titre, dessin: plan && { genre: 'plan', plan }, sources: sourcesDes(db, ['lieux']), errors: [] },
      phrase: plan ? null : 'Le contour de ce territoire n’est pas connu.',
      href: `/departements/${code}`,
    }
  },
}

type Evolution = ReturnType<typeof evolutionPage>

function evolution(draw: (page: Evolution) => { titre: string; dessin: Dessin } | null): Make {
  return ({ db }, params) => {
    const page = evolutionPage(db, params, '')
    const { titre, dessin } = draw(page) ?? { titre: page.titre, dessin: null }
    const phrase = dessin ? VALIDES : 'Il manque une liste de postes pour ce dessin.'
    return { titre, dessin, phrase, sources: page.sources, href: page.canonique, errors: page.errors }
  }
}

function ecarts(par: string, barres: NonNullable<Evolution['barres']>['regions'], periode: Evolution['periode']) {
  const dates = periode ? `, du ${formatDate(periode.de)} au ${formatDate(periode.a)}` : ''
  const colonnes = par === 'région' ? 2 : 3
  return {
    titre: `Écart des postes validés par ${par}${dates}`,
    dessin: { genre: 'ecarts', barres, colonnes } as const,
  }
}
