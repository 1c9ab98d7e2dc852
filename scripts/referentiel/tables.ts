import Papa from 'papaparse'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Ancienne } from '#scripts/referentiel/anciennes.ts'
import type { Arrondissement } from '#scripts/referentiel/arrondissements.ts'
import type { PackageCommune, PackageEpci, PackageTerritory, Town } from '#scripts/referentiel/packages.ts'

type Cell = string | number

function byCode<T extends { code: string }>(rows: T[]): T[] {
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function toCsv(fields: string[], rows: Cell[][]): string {
  return `${Papa.unparse({ fields, data: rows }, { newline: '\n' })}\n`
}

/** One row per current commune, centre from GeoNames where it has one; lists are separated by `|`. */
export function communesCsv(communes: PackageCommune[], epci: PackageEpci[], centres: Map<string, Town>): string {
  const epciOf = new Map(epci.flatMap(({ code, membres }) => membres.map((membre) => [membre.code, code])))
  const rows = byCode(communes).map((commune): Cell[] => {
    const [longitude = '', latitude = ''] = centres.get(commune.code)?.loc.coordinates ?? []
    return [
      commune.code,
      commune.nom,
      departementOfCommune(commune.code),
      commune.region,
      epciOf.get(commune.code) ?? '',
      (commune.codesPostaux ?? []).join('|'),
      commune.population ?? '',
      (commune.anciensCodes ?? []).toSorted().join('|'),
      latitude,
      longitude,
      latitude === '' ? '' : 'geonames',
    ]
  })
  const fields = ['code', 'nom', 'departement', 'region', 'epci', 'codes_postaux', 'population', 'anciens_codes']
  return toCsv([...fields, 'latitude', 'longitude', 'precision'], rows)
}

export function departementsCsv(departements: PackageTerritory[], surfaces: Map<string, number>): string {
  const rows = byCode(departements).map(({ code, nom, region }) => [code, nom, region, surfaces.get(code) ?? ''])
  return toCsv(['code', 'nom', 'region', 'surface_km2'], rows)
}

export function regionsCsv(regions: { code: string; nom: string }[]): string {
  return toCsv(
    ['code', 'nom'],
    byCode(regions).map(({ code, nom }) => [code, nom]),
  )
}

/** `departement` is that of most of the EPCI's inhabitants: 89 of them lie across several. */
export function epciCsv(epci: PackageEpci[], communes: PackageCommune[]): string {
  const population = new Map(communes.map((commune) => [commune.code, commune.population ?? 0]))
  const rows = byCode(epci).map(({ code, nom, membres }) => {
    const byDepartement = new Map<string, number>()
    for (const membre of membres) {
      const departement = departementOfCommune(membre.code)
      byDepartement.set(departement, (byDepartement.get(departement) ?? 0) + (population.get(membre.code) ?? 0))
    }
    const [first] = [...byDepartement].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return [code, nom, first?.[0] ?? '']
  })
  return toCsv(['code', 'nom', 'departement'], rows)
}

export function anciennesCsv(anciennes: Ancienne[]): string {
  const rows = anciennes.map(({ nom, commune, genre }) => [nom, commune, genre])
  return toCsv(['nom', 'commune', 'genre'], rows)
}

/** `precision` says where the centre comes from: GeoNames, or read on a map. */
export function arrondissementsCsv(arrondissements: Arrondissement[]): string {
  const fields = ['code', 'nom', 'commune', 'numero', 'codes_postaux', 'population', 'latitude', 'longitude']
  const rows = arrondissements.map((one): Cell[] => [
    ...[one.code, one.nom, one.commune, one.numero, one.codesPostaux.join('|'), one.population],
    ...[one.latitude, one.longitude, one.precision],
  ])
  return toCsv([...fields, 'precision'], rows)
}

/** Folded, each once, in the order of letters; those of two letters are more often something else. */
export function prenomsCsv(prenoms: readonly string[]): string {
  const folded = new Set(prenoms.map(fold).filter((one) => /^[a-z][a-z ]{2,}$/.test(one)))
  return toCsv(
    ['prenom'],
    [...folded].toSorted().map((one) => [one]),
  )
}
