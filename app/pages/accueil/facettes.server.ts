import { slugOf } from '#app/domain/filters/codes.ts'
import { emptyFilters, isFiltered } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { type Facettes, facettes, isConstante, type Option } from '#db/facettes.server.ts'
import { remember } from '#db/memoire.server.ts'
import { type Selection, select } from '#db/selection.server.ts'

/**
 * The options of the form, with their counts under the other filters; `noms`: of departments by code. What a place may
 * say has no option that none says. A filter that keeps everything whatever is chosen is no choice: it has no option
 * (departments keep theirs, for the map), and `constantes` says what is true of every place.
 */
export function facettesOf(db: Db, selection: Selection, noms: Map<string, string>) {
  const dites = remember(db, facettesDites)
  const toutes = isFiltered(selection.filters) ? facettes(db, selection) : dites.facettes
  const constantes: Constantes = {}
  const isFixed = (nom: Liste | Case, said: Option[], chosen: boolean): boolean => {
    const fixed = !chosen && isConstante(said, dites.total)
    if (fixed) constantes[nom] = said.map(({ label }) => label).join(', ')
    return fixed
  }
  const listed = (nom: Liste): Option[] => {
    const said = dites.facettes[nom].filter((one) => isSaid(one) && one.valeur !== CONSEILLERS)
    return isFixed(nom, said, toutes[nom].some(isChosen)) ? [] : toutes[nom]
  }
  const connues = (nom: Liste): Option[] => {
    return listed(nom).filter((one, rang) => one.choisi || isSaid(dites.facettes[nom][rang]))
  }
  const connue = (nom: Case): Option | null => {
    const [one, said] = [toutes[nom], dites.facettes[nom]]
    return isFixed(nom, [said], one.choisi) || !(one.choisi || isSaid(said)) ? null : one
  }
  listed('departement')
  const options = {
    // The number first: the list is in the order of numbers.
    departement: toutes.departement.map((one) => ({ ...one, label: `${one.valeur} — ${noms.get(one.valeur)}` })),
    ruralite: listed('ruralite'),
    densite: listed('densite'),
    employeur: connues('employeur'),
    service: connues('service'),
    public: connues('public'),
    prise_en_charge: connues('prise_en_charge'),
    acces: connues('acces'),
    // Every place counted here is of this network.
    label: connues('label').filter(({ valeur, choisi }) => choisi || valeur !== CONSEILLERS),
    frr: connue('frr'),
    zrr: connue('zrr'),
    qpv: connue('qpv'),
    gratuit: connue('gratuit'),
    acceslibre: connue('acceslibre'),
  }
  return { ...options, constantes }
}

/** Counted on every place: the instant, of which no filter asks, is any. */
function facettesDites(db: Db) {
  const every = select(db, emptyFilters(), new Date(0))
  return { facettes: facettes(db, every), total: every.lieux().length }
}

type Case = 'gratuit' | 'acceslibre' | 'frr' | 'zrr' | 'qpv'
type Liste = Exclude<keyof Facettes, Case>
/** What is true of every place, in the words of the options that all keep everything. */
export type Constantes = Partial<Record<keyof Facettes, string>>
const CONSEILLERS = slugOf('Conseillers numériques')
const isSaid = (option: Option | undefined) => option !== undefined && option.nombre > 0
const isChosen = ({ choisi }: Option) => choisi
