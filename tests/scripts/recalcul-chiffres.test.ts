import { describe, expect, test } from 'vitest'
import { CHIFFRES, type CleChiffre } from '#app/domain/chiffres/table.ts'
import { HAS_REAL_FILES, NO_REAL_FILES } from '#tests/import/files.ts'
import { siteOn } from '#tests/pages/site.ts'
import {
  type Compared,
  compared,
  demonstrationFiles,
  publishedFiles,
  run,
  smallFiles,
} from '#tests/support/recalcul.ts'

/** Where a script prints a figure: what it is given, its row and its column. */
type Imprime = { script: string; args: (made: Compared) => string[]; rangee: string; colonne: string }

const postes = (colonne: string): Imprime => ({
  ...{ script: 'postes', args: ({ files }) => [files.recent], rangee: 'total', colonne },
})
const taux = (colonne: string): Imprime => ({
  ...{ script: 'taux', rangee: 'total', colonne },
  args: ({ files, published, referentiel }) => [files.recent, published, files.communes, referentiel],
})
const situes = (colonne: string): Imprime => ({
  ...{ script: 'situes', args: ({ files, published }) => [files.recent, published], rangee: 'total', colonne },
})
const rural = (colonne: string): Imprime => ({
  ...{ script: 'ruralite', rangee: 'rural', colonne },
  args: ({ files, published, referentiel }) => [files.recent, published, files.grille, files.communes, referentiel],
})
const heures = (colonne: string): Imprime => ({
  ...{ script: 'heures', rangee: 'total', colonne },
  args: ({ files, published, referentiel }) => [published, files.grille, files.communes, referentiel],
})
/** It prints one row, which has no name. */
const distance = (colonne: string, km = 20): Imprime => ({
  ...{ script: 'distance', rangee: '', colonne },
  args: ({ files, published, referentiel }) => [published, files.communes, referentiel, String(km)],
})
const ouFs = (colonne: string, km: number): Imprime => ({
  ...{ script: 'distance', rangee: '', colonne },
  args: (made) => [...distance(colonne, km).args(made), made.files.franceServices ?? ''],
})

const IMPRIMES: Record<CleChiffre, Imprime> = {
  population: taux('habitants'),
  lieux: taux('lieux'),
  'lieux-10000': taux('lieux_pour_10000'),
  postes: taux('postes'),
  'postes-10000': taux('postes_pour_10000'),
  structures: postes('employeurs'),
  investissement: postes('investissement'),
  'postes-situes': situes('postes_avec_lieu'),
  'part-postes-situes': situes('part'),
  'lieux-ruraux': rural('lieux'),
  'part-lieux-ruraux': rural('part_des_lieux'),
  'postes-ruraux': rural('postes'),
  'part-postes-ruraux': rural('part_des_postes'),
  'a-5-km': distance('part', 5),
  'a-10-km': distance('part', 10),
  'a-20-km': distance('part', 20),
  'ou-fs-5-km': ouFs('part', 5),
  'ou-fs-10-km': ouFs('part', 10),
  'ou-fs-20-km': ouFs('part', 20),
  'habitants-5-km': distance('habitants_a_portee', 5),
  'habitants-10-km': distance('habitants_a_portee', 10),
  'habitants-20-km': distance('habitants_a_portee', 20),
  'habitants-ou-fs-5-km': ouFs('habitants_a_portee', 5),
  'habitants-ou-fs-10-km': ouFs('habitants_a_portee', 10),
  'habitants-ou-fs-20-km': ouFs('habitants_a_portee', 20),
  'habitants-situes': distance('habitants_comptes'),
  couvert: distance('part_des_habitants_comptes'),
  'hors-terre': distance('habitants_de_territoires_sans_lieu'),
  'au-dela': distance('habitants_plus_loin'),
  mediane: distance('mediane_km'),
  heures: heures('heures'),
  'heures-10000': heures('heures_pour_10000'),
  'lieux-horaires': heures('lieux_avec_heures'),
  'heures-par-lieu': heures('heures_par_lieu'),
}

/** What is printed is rounded to as many decimals as it has. */
function isArrondi(valeur: number, ecrit: string): boolean {
  const [, decimales = ''] = ecrit.split('.')
  return ecrit !== '' && Math.abs(Number(ecrit) - valeur) <= 0.5 * 10 ** -decimales.length + 1e-6
}

function itIsMadeAgain(filesOf: Parameters<typeof compared>[0], inconnus: readonly string[]): void {
  const made = compared(filesOf)

  test('each figure of France is what the script that it names prints, from the files that the site gives', async () => {
    const { chiffres } = await (await siteOn(made.db)('/api/v1/chiffres')).json()
    const printed = new Map<string, Record<string, string>[]>()
    const others: unknown[] = []
    for (const { id, valeur, script } of chiffres as { id: CleChiffre; valeur: number | null; script: string }[]) {
      const imprime = IMPRIMES[id]
      expect([id, script]).toEqual([id, `https://carte.example/methode/${imprime.script}.mjs`])
      if (valeur === null) continue
      const args = imprime.args(made)
      const key = [imprime.script, ...args].join(' ')
      const rows = printed.get(key) ?? run(imprime.script, ...args)
      printed.set(key, rows)
      const row = imprime.rangee === '' ? rows[0] : rows.find((one) => Object.values(one)[0] === imprime.rangee)
      const ecrit = row?.[imprime.colonne] ?? ''
      if (!isArrondi(valeur, ecrit)) others.push([id, valeur, ecrit])
    }
    expect(others).toEqual([])
    const unknown = chiffres.filter(({ valeur }: { valeur: number | null }) => valeur === null)
    expect(unknown.map(({ id }: { id: string }) => id)).toEqual(inconnus)
  })
}

const DE_FRANCE_SERVICES = Object.keys(CHIFFRES).filter((cle) => cle.includes('ou-fs'))
const DES_HEURES = ['heures', 'heures-10000', 'heures-par-lieu']

// They have no France services, and no hours.
describe('on small files', () => itIsMadeAgain(smallFiles, [...DE_FRANCE_SERVICES, ...DES_HEURES]))
describe('on the demonstration', () => itIsMadeAgain(demonstrationFiles, []))
describe.skipIf(!HAS_REAL_FILES)(`on the published files${NO_REAL_FILES}`, () => itIsMadeAgain(publishedFiles, []))
