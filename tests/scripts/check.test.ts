import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { workFolder } from '#tests/import/files.ts'
import { csvOf, lieux } from '#tests/verification/fichiers.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = workFolder()
afterAll(() => folder.remove())

type Run = { code: number; out: string; err: string }

/** In a folder of its own, where no database is; a connection to anywhere would end the process. */
function run(...args: string[]): Promise<Run> {
  const blocked = folder.write(
    'sans-reseau.mjs',
    "import net from 'node:net'\nnet.Socket.prototype.connect = () => { console.error('CONNEXION'); process.exit(9) }\n",
  )
  const command = [
    ...['--import', pathToFileURL(blocked).href],
    // As `npm run build` compiles it.
    join(ROOT, 'build/check/check.mjs'),
    ...args,
  ]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder.path, maxBuffer: 64 << 20 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

test('a sound file: 0, and one sentence', async () => {
  const { code, out } = await run(
    folder.write('sain.csv', lieux([{ date_maj: new Date().toISOString().slice(0, 10) }])),
  )
  expect([code, out.trim()]).toEqual([0, '1 ligne lue : 1 serait affichée. Aucune remarque.'])
})

test('a column that a list of JSON lacks is said of the file, and not of its first row', async () => {
  const row = { id: '1', nom: 'Espace', commune: 'Reims', code_postal: '51100', code_insee: '51454' }
  const place = { ...row, adresse: '1 rue du Test', date_maj: new Date().toISOString().slice(0, 10) }
  const { out } = await run(
    folder.write('liste.json', JSON.stringify([place, { ...place, id: '2', adresse: '2 rue' }])),
  )
  const [file = '', rows = ''] = out.split('LIGNE PAR LIGNE')
  expect(file).toContain('SUR TOUT LE FICHIER')
  expect(file).toMatch(/colonne que la norme [\d.]+ demande manque/)
  expect(rows).not.toContain('colonne que la norme')
  expect(out).toMatch(/En-tête : \d+ points? à vérifier/)
  expect(out).not.toContain('Aucune remarque')
})

test('nothing of a file acts on the terminal that reads of it', async () => {
  const nom = 'Mairie \u001b]0;titre\u0007 \u001b[2J\u009b31m\u202e\u00ad'
  const path = folder.write(
    'actif.csv',
    lieux([{ nom, telephone: '\u001b[1A00', horaires: 'x\u0008' }, { nom: '\u001b' }]),
  )
  const refused = folder.write('inconnu.csv', 'a\u001b[2J;b\u009b\n1;2\n')
  for (const args of [[path], [path, '--json'], [refused]]) {
    const { out, err } = await run(...args)
    expect(`${out}${err}`.length).toBeGreaterThan(50)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them is to be found.
    expect(`${out}${err}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u202e]/)
  }
})

test('a fault: 1, its line as a link, what to do; a second reading of the mended file has only what a person decides', async () => {
  const path = folder.write('faute.csv', lieux([{}, { nom: '', telephone: '03 53 01 00 01' }]))
  const fixed = join(folder.path, 'corrige.csv')
  const { code, out } = await run(path, '--fix', fixed)
  expect(code).toBe(1)
  expect(out).toContain(`${path}:3 nom`)
  expect(out).toContain('[bloquante] 1 × Le nom manque')
  expect(out).toContain('2 lignes lues : 1 serait affichée. 1 ligne bloquante')
  const again = await run(fixed, '--json')
  const { anomalies } = JSON.parse(again.out.trim().split('\n').at(-1) ?? '')
  const codes = anomalies.map((one: { code: string }) => one.code)
  expect(codes).toContain('nom.absent')
  expect(codes).not.toContain('telephone.mis_au_format')
  expect(readFileSync(fixed, 'utf8')).toContain('+33353010001')
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('--json: the last line has the shape that other tools read', async () => {
  const { out } = await run(folder.write('json.csv', lieux([{ telephone: '03 53 01 00 01' }])), '--json')
  const summary = JSON.parse(out.trim().split('\n').at(-1) ?? '')
  expect(summary).toMatchObject({ kind: 'lieux', read: 1, publiables: 1 })
  const phone = summary.anomalies.find((one: { field: string }) => one.field === 'telephone')
  expect(phone).toMatchObject({
    line: 2,
    field: 'telephone',
    code: 'telephone.mis_au_format',
    severity: 'info',
    raw: '03 53 01 00 01',
    corrected: '+33353010001',
    message: 'Le téléphone a été écrit au format international.',
  })
})

test.each<[string, () => string[], RegExp]>([
  ['no file', () => [], /Donnez un fichier/],
  ['two files', () => ['a.csv', 'b.csv'], /un seul/],
  ['a file that is not there', () => ['absent.csv'], /absent\.csv : ce fichier n’existe pas/],
  ['an unknown option', () => ['--corriger'], /--corriger/],
  ['an unknown kind', () => [folder.write('k.csv', lieux([{}])), '--kind', 'autre'], /ne connaît pas « autre »/],
  [
    'a mended file over the checked one',
    () => [folder.write('meme.csv', lieux([{}])), '--fix', join(folder.path, 'meme.csv')],
    /écraserait/,
  ],
])('%s: 2, a sentence and the usage', async (_, args, sentence) => {
  const { code, err } = await run(...args())
  expect(code).toBe(2)
  expect(err).toMatch(sentence)
  expect(err).toContain('npm run check --')
  expect(err).not.toMatch(/\n\s+at /)
})

test.each<[string, () => string, RegExp]>([
  ['an empty file', () => folder.write('vide.csv', ''), /le fichier est vide/],
  ['a header alone', () => folder.write('entete.csv', lieux([])), /aucune ligne à vérifier/],
  [
    'an image',
    () => folder.write('image.csv', Uint8Array.from([137, 80, 78, 71, 0, 0, 0])),
    /une image, pas un tableau/,
  ],
  ['another table', () => folder.write('autre.csv', csvOf(['a', 'b'], [['1', '2']])), /non reconnu/],
])('%s: 1 and one sentence', async (_, write, sentence) => {
  const path = write()
  const { code, err } = await run(path)
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('a mended file that cannot be written says so, and leaves nothing', async () => {
  const { code, err } = await run(
    folder.write('a.csv', lieux([{}])),
    '--fix',
    join(folder.path, 'absent', 'corrige.csv'),
  )
  expect(code).toBe(1)
  expect(err).toMatch(/ENOENT|n’existe pas/)
  expect(err).not.toMatch(/\n\s+at /)
  expect(existsSync(join(folder.path, 'absent'))).toBe(false)
})
