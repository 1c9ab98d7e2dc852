import { slugOf } from '#app/domain/filters/codes.ts'
import { emptyFilters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { remember } from '#db/memoire.server.ts'
import { type Selection, select } from '#db/selection.server.ts'

/** The options of the form, with their counts under the other filters; `noms`: of departments by code. */
export function facettesOf(db: Db, selection: Selection, noms: Map<string, string>) {
  const toutes = facettes(db, selection)
  const dites = remember(db, facettesDites)
  /** The options that some place of the data has, and those chosen. */
  const connues = (champ: ChampDit) => toutes[champ].filter((one, rang) => one.choisi || isSaid(dites[champ][rang]))
  const connue = (nom: 'gratuit' | 'acceslibre') => (toutes[nom].choisi || isSaid(dites[nom]) ? toutes[nom] : null)
  return {
    ...toutes,
    // The number first: the list is in the order of numbers.
    departement: toutes.departement.map((one) => ({ ...one, label: `${one.valeur} — ${noms.get(one.valeur)}` })),
    employeur: connues('employeur'),
    service: connues('service'),
    public: connues('public'),
    prise_en_charge: connues('prise_en_charge'),
    acces: connues('acces'),
    // Every place counted here is of this network.
    label: connues('label').filter(({ valeur, choisi }) => choisi || valeur !== CONSEILLERS),
    gratuit: connue('gratuit'),
    acceslibre: connue('acceslibre'),
  }
}

/** Counted on every place: the instant, of which no filter asks, is any. */
function facettesDites(db: Db) {
  return facettes(db, select(db, emptyFilters(), new Date(0)))
}

type ChampDit = 'employeur' | 'service' | 'public' | 'prise_en_charge' | 'acces' | 'label'
const CONSEILLERS = slugOf('Conseillers numériques')
const isSaid = (option: { nombre: number } | undefined) => option !== undefined && option.nombre > 0
