import type { Db } from '#db/connect.server.ts'
import { resolve } from '#db/resolver/resolve.server.ts'
import { type CommuneTapee, estPremiere, FAMILLES, FAUTES, misspell, tient, tirage } from './familles.ts'

/** `lost`: the texts whose answer does not hold the commune; `medianMs`: of one text. */
export type Mesure = { famille: string; texts: number; first: number; held: number; lost: string[]; medianMs: number }

export function communesTapees({ $client }: Db): CommuneTapee[] {
  const query = `select c.code, c.nom, d.code as departementCode, d.nom as departementNom,
      (select group_concat(code_postal, ' ') from commune_code_postal where commune_code = c.code) as postaux,
      iif((select count(*) from commune where departement_code = d.code) = 1, d.code, null) as seule
    from commune c join departement d on d.code = c.departement_code order by c.code`
  const rows = $client.prepare<[], Omit<CommuneTapee, 'codesPostaux'> & { postaux: string | null }>(query).all()
  return rows.map(({ postaux, ...row }) => ({ ...row, codesPostaux: postaux?.split(' ') ?? [] }))
}

/** The communes given, typed without a fault in each way. */
export function measureFamilles(db: Db, communes: readonly CommuneTapee[]): Mesure[] {
  return Object.entries(FAMILLES).map(([famille, typed]) => {
    return measure(
      db,
      famille,
      communes.map((commune) => [commune, typed(commune)] as const),
    )
  })
}

/** The communes given, typed with one fault of each kind. */
export function measureFautes(db: Db, communes: readonly CommuneTapee[], seed: number): Mesure[] {
  const draw = tirage(seed)
  return Object.keys(FAUTES).map((faute) => {
    const texts = communes.map((commune) => [commune, misspell(commune.nom, faute, draw)] as const)
    return measure(db, `lettre ${faute}`, texts)
  })
}

function measure(db: Db, famille: string, typed: (readonly [CommuneTapee, string | null])[]): Mesure {
  const lost: string[] = []
  const times: number[] = []
  let first = 0
  for (const [commune, text] of typed) {
    if (text === null) continue
    const start = performance.now()
    const intention = resolve(db, text)
    times.push(performance.now() - start)
    if (estPremiere(intention, commune)) first += 1
    if (!tient(intention, commune)) lost.push(`${text} (${commune.code} ${commune.nom})`)
  }
  const medianMs = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return { famille, texts: times.length, first, held: times.length - lost.length, lost, medianMs }
}
