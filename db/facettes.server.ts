import { slugOf } from '#app/domain/filters/codes.ts'
import type { ChampColumn } from '#app/domain/filters/columns.ts'
import { newTallies, type TallyKey } from '#app/domain/filters/tallies.ts'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { DENSITE_LABELS, RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { departementNoms } from './departements.server.ts'
import type { Selection } from './selection.server.ts'

type ChampFilter = Exclude<ChampColumn, 'frais'>

/** A choice of a filter: its value in the URL, its words, the places it would give under the other filters. */
export type Option = { valeur: string; label: string; nombre: number; choisi: boolean }
export type Facettes = Record<'departement' | 'ruralite' | 'densite' | 'employeur' | ChampFilter, Option[]> &
  Record<'frr' | 'gratuit' | 'acceslibre' | 'zrr' | 'qpv', Option>

/** Each filter's options, each with its count of places under the OTHER filters (its own left out). */
export function facettes(db: Db, selection: Selection): Facettes {
  const { filters } = selection
  const count = countOptions(selection)
  const option = (key: TallyKey, value: unknown, label: string, valeur = String(value)): Option => {
    const chosen: unknown = filters[key]
    return {
      valeur,
      label,
      nombre: count(key, value),
      choisi: Array.isArray(chosen) ? chosen.includes(value) : chosen === true,
    }
  }
  const champ = (key: ChampFilter) => CHAMPS[key].values.map((value) => option(key, value, value, slugOf(value)))
  return {
    departement: [...departementNoms(db)].map(([code, nom]) => option('departement', code, `${nom} (${code})`)),
    ruralite: RURALITES.map((value) => option('ruralite', value, RURALITE_LABELS[value])),
    densite: DENSITE_LABELS.map((label, index) => option('densite', index + 1, label)),
    frr: option('frr', true, 'France Ruralités Revitalisation', '1'),
    gratuit: option('gratuit', true, 'Gratuit', '1'),
    acceslibre: option('acceslibre', true, 'Fiche sur acceslibre', '1'),
    employeur: [option('employeur', 'public', 'Public'), option('employeur', 'prive', 'Privé')],
    zrr: option('zrr', true, 'En zone de revitalisation rurale (ZRR)', '1'),
    qpv: option('qpv', true, 'En quartier prioritaire (QPV)', '1'),
    service: champ('service'),
    public: champ('public'),
    prise_en_charge: champ('prise_en_charge'),
    acces: champ('acces'),
    label: champ('label'),
  }
}

/** A filter whose every option keeps all the places: it says something of them, and chooses nothing. */
export function isConstante(facette: Option | readonly Option[], total: number): boolean {
  const options = [facette].flat()
  return total > 0 && options.length > 0 && options.every(({ nombre, choisi }) => nombre === total && !choisi)
}

function countOptions(selection: Selection): (key: TallyKey, value: unknown) => number {
  const { columns, kept, refused } = selection.rows.lieux()
  const tallies = newTallies(columns)
  for (const key of Object.keys(tallies) as TallyKey[]) {
    for (const row of kept) tallies[key].add(row)
    for (const row of refused[key] ?? []) tallies[key].add(row)
  }
  return (key, value) => tallies[key].count(value)
}
