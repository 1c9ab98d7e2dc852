import type { AppContext } from '#app/context.ts'
import { lieuxConnus } from '#app/domain/chiffres/dates.ts'
import type { Filters } from '#app/domain/filters.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms, listDepartements } from '#db/departements.server.ts'
import { select } from '#db/selection.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { carteOf } from './carte.server.ts'
import type { Option } from './choix.tsx'
import { couchesOf, optionsOf } from './couches.server.ts'
import { facettesOf } from './facettes.server.ts'

/** `codes`: of its departments, for the address of all its places. */
export type RegionOuverte = { nom: string; nombre: number; departements: DepartementOuvert[] }
export type DepartementOuvert = { code: string; nom: string; nombre: number }

/** Departments of three figures are overseas; the other territories have none in `region`. */
const OUTRE_MER = 'Outre-mer'

/** The home page: France at a glance, no list. */
export function ouvertureOf(context: AppContext, filters: Filters) {
  const { db } = context
  const selection = select(db, filters, context.instant)
  const couches = couchesOf(db, selection)
  const facettes = { ...facettesOf(db, selection, departementNoms(db)), couches: optionsOf(couches) }
  return {
    filters,
    facettes,
    titre: comptesDits(db, selection.lieux().length),
    regions: regionsOf(db, facettes.departement),
    carte: carteOf(context, selection, { filters, facettes, couches, zone: null, auDela: null }),
    canonique: `${context.publicUrl}/`,
    description: `${comptesDits(db, selection.lieux().length)} où un conseiller numérique vous reçoit gratuitement : adresse, téléphone, horaires. Liste et carte, par département et par commune.`,
  }
}

/** "2 650 lieux d’accueil connus au 6 juillet 2022"; without the file that tells, no count. */
function comptesDits(db: Db, lieux: number): string {
  return fichiersAbsents(db).includes('lieux') ? 'Les lieux d’accueil' : upperFirst(lieuxConnus(lieux, datesOf(db)))
}

/** The regions of metropolitan France by name, each with its departments; what is overseas comes last, as one. */
function regionsOf(db: Db, options: readonly Option[]): RegionOuverte[] {
  const nombres = new Map(options.map(({ valeur, nombre }) => [valeur, nombre]))
  const regions = new Map<string, DepartementOuvert[]>()
  for (const { code, nom, region } of listDepartements(db)) {
    const name = code.length > 2 || region === null ? OUTRE_MER : region
    regions.set(name, [...(regions.get(name) ?? []), { code, nom, nombre: nombres.get(code) ?? 0 }])
  }
  const rank = ({ nom }: RegionOuverte) => (nom === OUTRE_MER ? 1 : 0)
  return [...regions]
    .map(([nom, departements]) => ({
      nom,
      departements,
      nombre: departements.reduce((sum, one) => sum + one.nombre, 0),
    }))
    .sort((a, b) => rank(a) - rank(b) || a.nom.localeCompare(b.nom, 'fr'))
}
