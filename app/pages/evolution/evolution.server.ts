import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { type Bilan, countAll, countBy, movedPostes } from '#app/domain/evolution/bilan.ts'
import { readPeriode, writePeriode } from '#app/domain/evolution/periode.ts'
import { cumulate } from '#app/domain/evolution/phrases.ts'
import { type Employeur, followEmployers, type LignePostes } from '#app/domain/evolution/suivi.ts'
import type { Db } from '#db/connect.server.ts'
import { listDepartements } from '#db/departements.server.ts'
import {
  countValidatedBy,
  lieuxByRuralite,
  listMillesimes,
  type Millesime,
  postesOfSource,
  validationsByMonth,
} from '#db/evolution.server.ts'
import { rememberChoice } from '#db/memoire.server.ts'
import { currentSource, metaOf } from '#db/sources.server.ts'

/** What is said of two files. `parRegion` is keyed by the region's name, `''` for what is in none. */
export type Comparaison = {
  de: Millesime
  a: Millesime
  ensemble: Bilan
  parDepartement: Map<string, Bilan>
  parRegion: Map<string, Bilan>
  parRuralite: Map<string, Bilan>
  employeurs: Employeur[]
  /** Posts that their employer has in another commune, and in another department, class or region, than before. */
  deplaces: { commune: number; departement: number; region: number; ruralite: number }
  /** Posts of the later list validated on the date of the earlier one or before. */
  dejaValides: number
}
export type Validations = { millesime: Millesime; mois: ReturnType<typeof cumulate>; sansDate: number }
export type Evolution = ReturnType<typeof evolutionOf>

/** Everything that the page, its tables and its drawings say, from the database and the two dates asked. */
export function evolutionOf(db: Db, params: URLSearchParams) {
  const millesimes = listMillesimes(db)
  const { periode, errors } = readPeriode(
    params,
    millesimes.map(({ date }) => date),
  )
  const at = (date: string | undefined) => millesimes.find((one) => one.date === date)
  const [de, a] = [at(periode?.de), at(periode?.a)]
  const departements = listDepartements(db)
  const last = a ?? millesimes.at(-1)
  const isDefault = de?.date === millesimes[0]?.date && last === millesimes.at(-1)
  return {
    millesimes,
    errors,
    departements,
    comparaison: de && a ? rememberChoice(db, { de, a }, compare) : null,
    validations: last ? validationsOf(db, last) : null,
    lieux: { parRuralite: lieuxByRuralite(db), date: currentSource(db, 'lieux')?.date ?? null },
    ruralite: { estimee: metaOf(db).ruraliteEstimee, source: currentSource(db, 'densite') },
    /** The query of these two dates, said even where they are the default; '' without two files. */
    recherche: de && a ? `?${writePeriode({ de: de.date, a: a.date })}` : '',
    isDefault,
  }
}

/** The files cited: those compared, else the only one. */
export function sourcesCitees({ comparaison, millesimes }: Pick<Evolution, 'comparaison' | 'millesimes'>) {
  return (comparaison ? [comparaison.de, comparaison.a] : millesimes).map(citee)
}

export function citee({ titre, date, producteur, licence, url }: SourceCitee): SourceCitee {
  return { titre, date, producteur, licence, url }
}

function compare(db: Db, { de, a }: { de: Millesime; a: Millesime }): Comparaison {
  const departements = listDepartements(db)
  const suivi = followEmployers(postesOfSource(db, de.id), postesOfSource(db, a.id))
  const region = new Map(departements.map((one) => [one.code, one.region ?? '']))
  const keys = {
    departement: ({ departement }: LignePostes) => departement,
    region: ({ departement }: LignePostes) => region.get(departement) ?? '',
    ruralite: ({ ruralite }: LignePostes) => ruralite,
  }
  const moved = (keyOf?: (ligne: LignePostes) => string) =>
    suivi.employeurs.reduce((sum, one) => sum + movedPostes(one, keyOf), 0)
  return {
    de,
    a,
    ensemble: countAll(suivi),
    parDepartement: countBy(suivi, keys.departement),
    parRegion: countBy(suivi, keys.region),
    parRuralite: countBy(suivi, keys.ruralite),
    employeurs: suivi.employeurs,
    deplaces: {
      commune: moved(),
      departement: moved(keys.departement),
      region: moved(keys.region),
      ruralite: moved(keys.ruralite),
    },
    dejaValides: countValidatedBy(db, a.id, de.date),
  }
}

function validationsOf(db: Db, millesime: Millesime): Validations {
  const mois = cumulate(validationsByMonth(db, millesime.id))
  return { millesime, mois, sansDate: millesime.postes - (mois.at(-1)?.cumul ?? 0) }
}

/** The communes of an employer's rows with their departments: "Guéret (23), Aubusson (23)". */
export function lieuxDits(lignes: readonly LignePostes[]): string {
  const noms = lignes.map(({ communeNom, departement }) => `${communeNom ?? 'commune non précisée'} (${departement})`)
  return [...new Set(noms)].join(', ')
}
