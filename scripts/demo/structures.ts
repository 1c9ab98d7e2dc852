import { dateUtc } from '#app/domain/texte/date.ts'
import type { Employer, Nature } from '#scripts/demo/employers.ts'
import type { StructureRow } from '#scripts/demo/files.ts'
import { allocate, between, chance, pick, pickWeighted, type Random } from '#scripts/demo/random.ts'
import { type Classe, DEPARTEMENT_SHARES, EXTRA_POST_WEIGHT, VALIDATION_QUARTERS } from '#scripts/demo/shares.ts'
import type { Territory } from '#scripts/demo/territory.ts'
import { STREETS } from '#scripts/demo/words.ts'

// The State's estimate per post in the real file, in euros: private, public, public overseas.
const INVESTMENT = { privee: 37_429, publique: 55_429, outreMer: 75_429 }

const LARGE: Partial<Record<Nature, number>> = { departement: 25, epci: 2.5, commune: 1.5 }

const ZRR_SHARE: Record<Classe, number> = { rural: 0.56, intermediaire: 0.22, urbain: 0.05 }
const QPV: Record<Classe, [string, number][]> = {
  rural: [
    ['oui', 1],
    ['non', 59],
    ['Non défini', 10],
    ['sans objet', 30],
  ],
  intermediaire: [
    ['oui', 17],
    ['non', 51],
    ['Non défini', 6],
    ['sans objet', 26],
  ],
  urbain: [
    ['oui', 40],
    ['non', 45],
    ['Non défini', 3],
    ['sans objet', 12],
  ],
}
const FRANCE_SERVICES: Record<'publique' | 'privee', [string, number][]> = {
  publique: [
    ['oui', 26],
    ['non', 47],
    ['non renseigné', 27],
  ],
  privee: [
    ['oui', 10],
    ['non', 42],
    ['non renseigné', 48],
  ],
}

const WEDNESDAY = 3
const DAY_MS = 86_400_000

// The committee met on Wednesdays; the date is the first one after a random day of the quarter.
function validationDate(random: Random): string {
  const start =
    Date.parse(`${pickWeighted(random, VALIDATION_QUARTERS)}-01T00:00:00Z`) + between(random, 0, 83) * DAY_MS
  const late = (WEDNESDAY - new Date(start).getUTCDay() + 7) % 7
  const [year, month, day] = dateUtc(start + late * DAY_MS).split('-')
  return `${day}/${month}/${year}`
}

function inCapitals(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toUpperCase()
}

function investment(employer: Employer, postes: number): string {
  const overseas = employer.departement.code.length === 3
  const each = employer.publique ? (overseas ? INVESTMENT.outreMer : INVESTMENT.publique) : INVESTMENT.privee
  return String(each * postes)
}

function toRow(random: Random, employer: Employer, postes: number, territory: Territory): StructureRow {
  const { commune, departement } = employer
  const codePostal = pick(random, commune.codesPostaux)
  const street = `${between(random, 1, 90)} ${pick(random, STREETS)}`
  return {
    'Raison sociale': employer.nom,
    'Commune INSEE': commune.nom,
    Département: departement.nom,
    Région: territory.regions.get(departement.region) ?? '',
    'Nombre de conseillers validés par le COSELEC': String(postes),
    'Date de validation en comité de sélection': validationDate(random),
    Type: employer.publique ? 'publique' : 'privée',
    SIRET: employer.siret,
    'Code département': departement.code,
    Adresse: inCapitals(`${street} ${codePostal} ${commune.nom}`),
    'Code commune INSEE': commune.code,
    'Code postal': codePostal,
    'Investissement financier estimatif total de l’Etat': investment(employer, postes),
    ZRR: chance(random, ZRR_SHARE[commune.ruralite]) ? 'oui' : 'non',
    QPV: pickWeighted(random, QPV[commune.ruralite]),
    'France services': pickWeighted(random, FRANCE_SERVICES[employer.publique ? 'publique' : 'privee']),
  }
}

/** Posts of each row of one department: one each, the rest to the large employers and the large towns. */
function sharePosts(random: Random, rows: Employer[], postes: number): number[] {
  const counts = rows.map(() => 1)
  const weights = rows.map(
    ({ nature, commune }, i) => [i, (LARGE[nature] ?? 0.6) * EXTRA_POST_WEIGHT[commune.ruralite]] as const,
  )
  for (let left = postes - rows.length; left > 0; left--) {
    const i = pickWeighted(random, weights)
    counts[i] = (counts[i] ?? 1) + 1
  }
  return counts
}

/** The committee's rows: each employer once, `repeated` of them validated a second time, `postes` in all. */
export function inventStructures(
  random: Random,
  employers: Employer[],
  territory: Territory,
  { repeated, postes }: { repeated: number; postes: number },
): StructureRow[] {
  const again = Array.from({ length: repeated }, () => pick(random, employers))
  const perDepartement = allocate(
    postes,
    DEPARTEMENT_SHARES.map((share) => share.postes),
  )
  return DEPARTEMENT_SHARES.flatMap(({ code }, i) => {
    const rows = [...employers, ...again].filter(({ departement }) => departement.code === code)
    const counts = sharePosts(random, rows, perDepartement[i] ?? 0)
    return rows.map((employer, rank) => toRow(random, employer, counts[rank] ?? 1, territory))
  })
}
