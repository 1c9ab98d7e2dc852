import { expect, test } from 'vitest'
import { SANS_DATES } from '#app/domain/chiffres/dates.ts'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import type { Contexte } from '#app/domain/couverture/contexte.ts'
import { tableauRuralite, tableauRuraliteNombres, tableauRuraliteTaux } from '#app/domain/couverture/ruralite.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { desaccords, nombresParClasse, tableauxParClasse } from '#tests/support/classes-niveaux.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const db = paysCouvert()
const { departements } = couvertureOf(db)
const contexte: Contexte = {
  maille: 'departement',
  niveaux: false,
  dates: SANS_DATES,
  sources: { structures: [], lieux: [], 'france-services': [], communes: [], densite: [] },
  ruraliteEstimee: false,
}
const TABLEAUX_PAR_CLASSE = tableauxParClasse(couvertureOf(db))
const number = (valeur: unknown) => Number(valeur ?? 0)

test.each([false, true])(
  'the cross table adds up along its rows and down its columns (seven levels: %s)',
  (niveaux) => {
    const { lignes, total, colonnes } = tableauRuraliteNombres(departements, { ...contexte, niveaux })
    for (const quoi of ['population', 'lieux', 'postes']) {
      const parts = colonnes
        .map(({ cle }) => cle)
        .filter((cle) => cle.startsWith(`${quoi}-`) && !cle.endsWith('ensemble'))
      expect(parts).toHaveLength(niveaux ? 8 : 4)
      for (const { valeurs } of [...lignes, total ?? { valeurs: {} }]) {
        const sum = parts.reduce((n, cle) => n + number(valeurs[cle]), 0)
        expect(sum, String(valeurs.nom)).toBe(valeurs[`${quoi}-ensemble`])
      }
      for (const cle of [...parts, `${quoi}-ensemble`]) {
        expect(
          lignes.reduce((n, { valeurs }) => n + number(valeurs[cle]), 0),
          cle,
        ).toBe(total?.valeurs[cle])
      }
    }
  },
)

test.each(TABLEAUX_PAR_CLASSE)('the three classes of %s are those that its seven levels add up to', (_, tableau) => {
  const [trois, sept] = [false, true].map((niveaux) => tableau({ ...contexte, niveaux }))
  const [classes, niveaux] = [nombresParClasse(trois as Tableau), nombresParClasse(sept as Tableau)]
  expect(desaccords(classes, niveaux)).toEqual([])
  expect(niveaux).toEqual(classes)
})

test('its cells are what SQL counts class by class', () => {
  const { lignes } = tableauRuraliteNombres(departements, contexte)
  const count = (query: string, ...params: string[]) =>
    db.$client
      .prepare(query)
      .pluck()
      .get(...params)
  for (const [rang, { code }] of departements.entries()) {
    for (const classe of ['rural', 'intermediaire', 'urbain', 'inconnue']) {
      const valeurs = lignes[rang]?.valeurs ?? {}
      const lieux =
        "select count(*) from lieu where departement_code = ? and ruralite = ? and reseau = 'conseiller-numerique'"
      const postes = 'select total(nombre) from poste where departement_code = ? and ruralite = ? and source_id = 1'
      const habitants = 'select total(population) from commune where departement_code = ? and ruralite = ?'
      expect(valeurs[`lieux-${classe}`]).toBe(count(lieux, code, classe))
      expect(valeurs[`postes-${classe}`]).toBe(count(postes, code, classe))
      expect(valeurs[`population-${classe}`]).toBe(count(habitants, code, classe))
    }
  }
})

test('both readings stand side by side, with the distance to the national rate', () => {
  const { lignes, total } = tableauRuralite(departements, contexte)
  expect(lignes.map(({ valeurs }) => [valeurs.classe, valeurs.population, valeurs.lieux, valeurs.postes])).toEqual([
    ['Rural', 7100, 3, 2],
    ['Urbain intermédiaire', 125000, 4, 3],
    ['Urbain dense', 2000000, 2, 3],
    ['Non classé', 176000, 1, 3],
  ])
  // 10 places and 11 posts for 2,308,100 inhabitants: 0.0433 and 0.0477 per 10,000.
  expect(total?.valeurs).toMatchObject({
    'lieux-10000': 0.043326,
    'postes-10000': 0.047658,
    'lieux-ecart': 0,
    'postes-ecart': 0,
  })
  // 3 places for 7,100 inhabitants: 4.225352.
  expect(lignes[0]?.valeurs).toMatchObject({
    'lieux-10000': 4.225352,
    'lieux-ecart': 4.182026,
    'postes-10000': 2.816901,
  })
})

test('a rate without inhabitants is unknown, not zero; a department is compared with the country', () => {
  const { lignes } = tableauRuraliteTaux(departements, contexte)
  const [creuse, , paris] = lignes.map(({ valeurs }) => valeurs)
  expect(creuse).toMatchObject({
    'lieux-urbain': null,
    'lieux-ensemble': 2.285714,
    'lieux-ecart': 2.242388,
    'postes-rural': 0,
  })
  expect(paris).toMatchObject({ 'lieux-rural': null, 'lieux-urbain': 0.01, 'postes-ensemble': 0.015 })
})

test('where a class is an estimate the table says so', () => {
  const notes = (ruraliteEstimee: boolean) =>
    tableauRuralite(departements, { ...contexte, ruraliteEstimee }).notes.join()
  expect(notes(true)).toContain('Estimation')
  expect(notes(false)).not.toContain('Estimation')
})
