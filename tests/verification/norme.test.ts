import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#app/domain/scenarios/hasard.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import { HAS_REAL_FILES, NO_REAL_FILES, realFile } from '#tests/import/files.ts'
import { check, lieux, mend, SANS_FAUTE } from './fichiers.ts'

type Field = { name: string; type: string; constraints?: { required?: boolean; unique?: boolean; pattern?: string } }

const fields = (): Field[] =>
  JSON.parse(readFileSync(realFile('schema-lieux-mediation-numerique-1.0.2.json'), 'utf8')).fields

/** What the schema itself says of a row: the names of the fields that it refuses. */
function refusedBySchema(row: Record<string, string>): string[] {
  return fields()
    .filter(({ name, type, constraints = {} }) => {
      const cell = row[name] ?? ''
      if (cell === '') return constraints.required === true
      if (type === 'number') return !/^-?\d+(\.\d+)?$/.test(cell)
      if (type === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(cell)
      return constraints.pattern !== undefined && !new RegExp(constraints.pattern, 'u').test(cell)
    })
    .map(({ name }) => name)
}

/** Cells that a hand writes, good and bad. */
const CELLULES: Record<string, string[]> = {
  id: ['', 'a-1'],
  pivot: ['', '43493312300029', '434933123', '4349', '434 933 123 00029', 'W751212517'],
  nom: ['', 'Mairie'],
  commune: ['', 'Reims'],
  code_postal: ['', '51100', '5110', '51 100', '511000', 'F-51100'],
  code_insee: ['', '51454', '1283', '2a004', 'Reims'],
  adresse: ['', '1 rue du Test'],
  latitude: ['', '49.2583', '49,2583', 'nord'],
  longitude: ['', '4.0317', '4,0317', 'est'],
  telephone: ['', '+33353010001', '0353010001', '03.53.01.00.01', '3960', 'aucun numéro'],
  itinerance: ['', 'Fixe', 'Itinérant|Fixe', 'itinérant', 'Parfois'],
  date_maj: ['', '2026-05-02', '02/05/2026', '2026-05-02T10:00:00', 'mai'],
  services: ['', 'Aide aux démarches administratives', 'aide aux démarches administratives', 'Coudre'],
  publics_specifiquement_adresses: ['', 'Jeunes|Seniors', 'Jeunes, Seniors', 'Jeunes | Seniors', 'Tous'],
  prise_en_charge_specifique: ['', 'Surdité', 'Surdite', 'Autre'],
  frais_a_charge: ['', 'Gratuit', 'gratuit', 'Gratuit : Je peux accéder gratuitement au lieu', '2 €'],
  dispositif_programmes_nationaux: ['', 'Conseillers numériques', 'CNFS', 'Conseillers numériques;France Services'],
  formations_labels: ['', 'Fabriques de Territoire', 'Autre chose'],
  modalites_acces: ['', 'Se présenter|Téléphoner', 'Se présenter,Téléphoner', 'Venir'],
  modalites_accompagnement: ['', 'En autonomie', 'Seul : j’ai accès à du matériel', 'Autrement'],
}

describe.skipIf(!HAS_REAL_FILES)(`against the official schema${NO_REAL_FILES}`, () => {
  test('our columns are the schema’s, in its order, and required where it says so', () => {
    expect(NORME_LIEUX.colonnes).toEqual(fields().map(({ name }) => name))
    const required = fields().filter(({ constraints }) => constraints?.required === true)
    const ours = [...NORME_LIEUX.obligatoires, ...NORME_LIEUX.conseillees]
    expect([...ours].sort()).toEqual(required.map(({ name }) => name).sort())
  })

  test('what the schema refuses is said of that column, and a row that it accepts has no error', async () => {
    const draw = createRandom(20260630)
    const rows = Array.from({ length: 400 }, (_, rang): Record<string, string> => {
      const given = Object.entries(CELLULES).map(([name, cells]): [string, string] => [
        name,
        // Mostly sound, so that sound rows are drawn too.
        draw() < 0.75 ? (SANS_FAUTE[name] ?? '') : (cells[Math.floor(draw() * cells.length)] ?? ''),
      ])
      return { ...Object.fromEntries(given), id: draw() < 0.05 ? '' : `ligne-${rang}` }
    })
    const { anomalies } = await check(lieux(rows))
    const said = new Set(anomalies.map(({ line, field }) => `${line} ${field}`))
    const missed = rows.flatMap((row, rang) =>
      refusedBySchema({ ...SANS_FAUTE, ...row })
        .filter((name) => !said.has(`${rang + 2} ${name}`))
        .map((name) => `${name}: ${row[name]}`),
    )
    expect(missed).toEqual([])
    const sound = rows.flatMap((row, rang) =>
      refusedBySchema({ ...SANS_FAUTE, ...row }).length === 0 ? [rang + 2] : [],
    )
    expect(sound.length).toBeGreaterThan(10)
    const errors = anomalies.filter(({ severity, line }) => severity === 'error' && sound.includes(line))
    expect(errors).toEqual([])
  })

  test('a mended row is accepted by the schema, but for what a person must decide', async () => {
    const faulty = {
      ...{ telephone: '03 53 01 00 01', code_insee: '51454 ', date_maj: '02/05/2026', latitude: '49,2583' },
      ...{ services: 'Utiliser le numérique au quotidien, Accéder à du matériel', frais_a_charge: 'gratuit' },
      ...{ itinerance: 'fixe', pivot: '434 933 123 00029', modalites_acces: 'Se présenter,Téléphoner' },
    }
    expect(refusedBySchema({ ...SANS_FAUTE, ...faulty }).length).toBeGreaterThan(6)
    const { data } = Papa.parse<Record<string, string>>(await mend(lieux([faulty])), { header: true, delimiter: ',' })
    expect(refusedBySchema(data[0] ?? {})).toEqual([])
  })

  test('the standard’s own valid example passes, with a word on where it puts Reims', async () => {
    const { read, publiables, anomalies } = await check(readFileSync(realFile('lieux-mediation-exemple-valide.csv')))
    expect([read, publiables]).toEqual([1, 1])
    expect(anomalies.map(({ code, severity }) => [code, severity])).toEqual([
      ['coordonnees.trop_loin', 'warning'],
      ['date.a_actualiser', 'warning'],
    ])
  })

  test('200 clean rows drawn from the real file of places raise no error, and nothing but their age and dialect', async () => {
    const { data, meta } = Papa.parse<Record<string, string>>(
      readFileSync(realFile('conum-permanences-2022-07.csv'), 'utf8'),
      {
        header: true,
        skipEmptyLines: true,
      },
    )
    // Clean by patterns of our own here, none of the checker's.
    const clean = data.filter(
      ({ pivot = '', telephone = '', code_postal = '', horaires = '', courriel = '', nom = '', commune = '' }) =>
        /^(?!356)\d{14}$/.test(pivot) &&
        /^\+33[1-9]\d{8}$/.test(telephone) &&
        /^\d{5}$/.test(code_postal) &&
        /^$|^(Mo|Tu|We|Th|Fr|Sa)\b[^+]*$/.test(horaires) &&
        !courriel.includes('.') === (courriel === '') &&
        !/[<>=@]/.test(nom) &&
        commune !== '',
    )
    const draw = createRandom(7)
    const drawn = clean
      .map((row) => ({ row, rank: draw() }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, 200)
      .map(({ row }) => row)
    expect(drawn).toHaveLength(200)
    const { anomalies, read, publiables } = await check(Papa.unparse({ fields: meta.fields ?? [], data: drawn }))
    expect([read, publiables]).toEqual([200, 200])
    expect(anomalies.filter(({ severity }) => severity === 'error')).toEqual([])
    // What is said beside their age and the address of a person, of 200 rows: true faults of the file, seen one by one.
    const passed = ['date.a_actualiser', 'courriel.personnel']
    const warnings = anomalies.filter(({ severity, code }) => severity === 'warning' && !passed.includes(code))
    expect(warnings.map(({ raw }) => raw)).toEqual([
      'Mo,Tu 09:30-13:30-17:30',
      "Ceint D'Eau",
      'Tu-Fr 08:00-12:00,14:00-17:00; Mo 08:00-12:00,14:00-14:00',
      '77567267221138',
      'Mo-Fr 09:00-12:00,14:00-17:00; Th,Sa 09:00-12:00; We 09:00-09:00,14:00-17:00',
      '77567227235675',
      'Mo,We 09:00-12:00,13:30-18:00; Tu 09:00-12:00,13:30-19:00; Th 09:00-12:00,15:00-19:00; Fr 09:00-12:00-17:00',
    ])
  })
})

test('no rule of the standard is slow on a hostile cell', async () => {
  const hostile = `${'Surdité|'.repeat(3_000)}!`
  const rapport = await check(
    lieux([
      { prise_en_charge_specifique: hostile, courriels: `${'a.'.repeat(8_000)}@`, horaires: 'Mo '.repeat(5_000) },
    ]),
  )
  expect(rapport.read).toBe(1)
  expect(rapport.anomalies.map(({ code }) => code)).toContain('texte.trop_long')
})
