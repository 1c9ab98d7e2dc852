import fc from 'fast-check'
import { writeOds, writeXlsx } from 'hucre'
import Papa from 'papaparse'
import { expect, test, vi } from 'vitest'
import { simple, siteOn, textOf } from '#tests/pages/site.ts'
import { avecFichier, CORRIGE, envoi, formulaire, PAGE, RAPPORT } from '#tests/support/envoi.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)

const COLONNES =
  'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,date_maj,dispositif_programmes_nationaux'
const PROPRE =
  '1,43493312300029,Médiathèque,Guéret,23000,23096,1 rue de la Paix,,,+33555000000,2026-11-01,Conseillers numériques'
const SANS_NOM =
  '2,43493312300029,,Guéret,23000,23096,2 rue de la Paix,,,+33555000000,2026-11-01,Conseillers numériques'
const csv = (...lignes: string[]) => [COLONNES, ...lignes, ''].join('\n')

async function verifie(contenu: Uint8Array | string, chemin = PAGE) {
  const response = await site(chemin, envoi(avecFichier(contenu)))
  const html = await response.text()
  return { status: response.status, headers: response.headers, html, text: textOf(html) }
}

test('the page offers a form that works without a script, and says what is read and that nothing is kept', async () => {
  const html = await (await site(PAGE)).text()
  expect(html).toMatch(/enctype="multipart\/form-data"/i)
  const text = textOf(html)
  for (const said of ['5 Mo au plus', 'rien n’est enregistré', 'Lieux de médiation numérique'])
    expect(text).toContain(said)
  expect(html).toContain('href="/collectivites/aide"')
  expect(html).toContain('https://schema.data.gouv.fr/LaMednum/standard-mediation-num/')
})

test('a row without a name would not be shown: it is counted, named by its line, and the page says how to mend it', async () => {
  const { status, html, text } = await verifie(csv(PROPRE, SANS_NOM))
  expect(status).toBe(200)
  expect(html).toContain('<title>Vérifier un fichier')
  expect(text).toContain('2 lignes lues : 1 serait affichée. 1 ligne bloquante')
  expect(text).toContain('Ligne 3 :')
  expect(text).toContain('Sur ce site : ne serait pas affiché')
  expect(text).toContain('Écrivez le nom du lieu.')
  expect(html).toMatch(/<li class="ligne-verifiee[^"]*a-error/)
})

test('the blocking rows come first, then by line', async () => {
  const { text } = await verifie(
    csv(PROPRE.replace('+33555000000', '0639980000'), SANS_NOM, SANS_NOM.replace('2,', '3,')),
  )
  const lignes = [...text.matchAll(/Ligne (\d+) :/g)].map(([, line]) => Number(line))
  expect(lignes.slice(0, 2)).toEqual([3, 4])
  expect(lignes).toContain(2)
})

test('a text pasted is read as a file is', async () => {
  const response = await site(PAGE, envoi(formulaire([{ nom: 'texte', contenu: csv(PROPRE, SANS_NOM) }])))
  expect(textOf(await response.text())).toContain('2 lignes lues : 1 serait affichée. 1 ligne bloquante')
  const body = new URLSearchParams({ texte: csv(PROPRE, SANS_NOM) }).toString()
  const simple = await site(PAGE, envoi(Buffer.from(body), 'application/x-www-form-urlencoded'))
  expect(textOf(await simple.text())).toContain('2 lignes lues : 1 serait affichée. 1 ligne bloquante')
})

test('a file in Windows-1252 shows its accents, and its download is in UTF-8', async () => {
  const bytes = Buffer.from(csv(PROPRE.replace('Médiathèque', 'Été'), SANS_NOM), 'latin1')
  const { html } = await verifie(bytes)
  const contenu = contenuOf(html)
  expect(contenu).toContain('Été')
  const again = await site(CORRIGE, envoi(formulaire([{ nom: 'texte', contenu }])))
  expect(await again.text()).toContain('Guéret')
})

/** What the page's own form would send again. */
function contenuOf(html: string): string {
  const [, value = ''] = /<input type="hidden" name="texte" value="([^"]*)"/.exec(html) ?? []
  return value.replace(/&(lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }

test('what the page sends again for its downloads is what it read', async () => {
  const contenu = csv(PROPRE, '4,,"Café ""Le <b>Lien</b>"" & cie\nétage",Guéret,23000,,1 rue,,,,')
  expect(contenuOf((await verifie(contenu)).html)).toBe(contenu)
})

test('a long file is not written into the page: it is chosen again', async () => {
  const { status, html, text } = await verifie(
    csv(...Array.from({ length: 12_000 }, (_, i) => PROPRE.replace('1,', `${i},`))),
  )
  expect(status).toBe(200)
  expect(contenuOf(html)).toBe('')
  expect(text).toContain('choisissez-le de nouveau')
  expect(html.length).toBeLessThan(1_000_000)
})

test('the page shows 100 rows at most and says how many it leaves to the file', async () => {
  const { html, text } = await verifie(csv(...Array.from({ length: 310 }, (_, i) => SANS_NOM.replace('2,', `${i},`))))
  const shown = html.match(/class="ligne-verifiee/g)?.length ?? 0
  expect(shown).toBe(100)
  expect(text).toMatch(/21[01] autres lignes ont un problème/)
})

test('the report is a file under a name of ours, that runs no formula', async () => {
  const piege = PROPRE.replace('Médiathèque', '"=HYPERLINK(""http://evil.example"")"')
  const { status, headers, html } = await verifie(csv(piege, SANS_NOM), RAPPORT)
  expect([status, headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="rapport-de-verification.csv"',
  ])
  expect(headers.get('cache-control')).toBe('no-store')
  const { data } = Papa.parse<string[]>(html.replace(/^\ufeff/, ''))
  const cells = data.flat()
  expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true)
  expect(cells.filter((cell) => /^[=@\t\r]/.test(cell))).toEqual([])
})

test('the corrected file is a file under a name of ours', async () => {
  const { status, headers, html } = await verifie(csv(PROPRE), CORRIGE)
  expect([status, headers.get('content-disposition'), headers.get('content-type')]).toEqual([
    200,
    'attachment; filename="fichier-corrige.csv"',
    'text/csv; charset=utf-8',
  ])
  expect(html).toContain('Médiathèque')
})

test('the corrected file is exact: a formula is said by the report, and is its author’s to change', async () => {
  const { html } = await verifie(csv(PROPRE.replace('Médiathèque', '=1+1')), CORRIGE)
  const { data } = Papa.parse<Record<string, string>>(html.replace(/^\ufeff/, ''), { header: true })
  expect(data[0]?.nom).toBe('=1+1')
})

test.each([RAPPORT, CORRIGE])('%s leads to the form when it is only visited', async (chemin) => {
  const response = await site(chemin)
  expect([response.status, response.headers.get('location')]).toEqual([302, PAGE])
})

test('what stands in a cell is text: neither a tag, nor a sign that turns the line round', async () => {
  const { html } = await verifie(
    csv(
      SANS_NOM.replace('2,4', '<img src=x onerror=alert(1)>\u202e\u200bx,4').replace(
        ',,G',
        ',"<script>alert(1)</script>\u202e",G',
      ),
    ),
  )
  const shown = html.replace(/<input type="hidden"[^>]*>/g, '')
  expect(shown).not.toMatch(/<script>|<img src=x|\u202e|\u200b/)
})

test('neither the name of the file nor its content is shown back or logged when it cannot be read', async () => {
  const logged = (['error', 'log', 'warn'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}))
  const response = await site(PAGE, envoi(avecFichier('a,b\n1,2\n', '../../<b>secret</b>.csv')))
  const html = await response.text()
  expect(response.status).toBe(400)
  expect(html).not.toMatch(/secret|\.\.\//)
  expect(html).toContain('role="alert"')
  expect(logged.flatMap((spy) => spy.mock.calls)).toEqual([])
  for (const spy of logged) spy.mockRestore()
})

const AUTRES_NOMS: [string, string] = [
  ',commune,code_postal,code_insee,adresse,latitude,',
  ',ville,cp,insee,adresse,lat,',
]
const VILLE = csv(PROPRE).replace(...AUTRES_NOMS)

test('columns of other names: the page asks what each is, the likely one chosen, and reads the file with the answers', async () => {
  const refused = await verifie(VILLE)
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('« ville » est peut-être commune, « cp » est peut-être code_postal')
  const html = simple(refused.html)
  expect(html).toMatch(/<option value="ville=commune" selected[^>]*>commune</)
  expect(html).toMatch(/<option value="cp=code_postal" selected/)
  expect(html).toMatch(/<select[^>]*name="colonne"[^>]*><option value=""[^>]*>non lue</)
  const answered = (contenu: string) =>
    formulaire([
      { nom: 'fichier', contenu, fichier: 'a.csv' },
      ...['ville=commune', 'cp=code_postal', 'insee=code_insee', ''].map((contenu) => ({ nom: 'colonne', contenu })),
    ])
  const page = textOf(await (await site(PAGE, envoi(answered(VILLE)))).text())
  expect(page).toContain('1 ligne lue : 1 serait affichée')
  const file = await (await site(CORRIGE, envoi(answered(VILLE)))).text()
  expect(file.split('\r\n')[0]).toBe(COLONNES.replace('latitude', 'lat'))
})

test('the downloads are sent with what was said of the columns', async () => {
  const body = formulaire([
    { nom: 'texte', contenu: VILLE },
    { nom: 'colonne', contenu: 'ville=commune' },
    { nom: 'colonne', contenu: 'cp=code_postal' },
  ])
  const html = simple(await (await site(PAGE, envoi(body))).text())
  const [, downloads = ''] = /action="\/collectivites\/verifier\/rapport.csv"(.*?)<\/form>/s.exec(html) ?? []
  expect(downloads.match(/name="colonne" value="[^"]*"/g)).toEqual([
    'name="colonne" value="ville=commune"',
    'name="colonne" value="cp=code_postal"',
  ])
})

test('a column that no file has is refused', async () => {
  const body = formulaire([
    { nom: 'texte', contenu: VILLE },
    { nom: 'colonne', contenu: 'ville=maire' },
  ])
  const response = await site(PAGE, envoi(body))
  expect([response.status, textOf(await response.text()).includes('Cette colonne n’existe pas')]).toEqual([400, true])
})

test.each([
  ['xlsx', writeXlsx],
  ['ods', writeOds],
])('a workbook (.%s) is read as the same rows in CSV are, its days as days', async (_, write) => {
  const rows = csv(PROPRE, SANS_NOM)
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => (cell === '2026-11-01' ? new Date('2026-11-01') : cell)))
  const bytes = await write({
    sheets: [
      { name: 'Notes', rows: [['Lieux']] },
      { name: 'Lieux', rows },
    ],
  })
  const { status, text, html } = await verifie(bytes)
  expect(status).toBe(200)
  expect(text).toContain('2 lignes lues : 1 serait affichée. 1 ligne bloquante')
  expect(text).not.toContain('date_maj')
  expect(simple(html)).toContain('id="fichier-encore"')
  expect(await (await site(CORRIGE, envoi(avecFichier(bytes)))).text()).toContain(PROPRE)
})

test('a header alone is refused', async () => {
  const { status, text } = await verifie(csv())
  expect(status).toBe(400)
  expect(text).toContain('aucune ligne')
})

test('one row alone is checked', async () => {
  const { status, text } = await verifie(csv(PROPRE))
  expect(status).toBe(200)
  expect(text).toContain('1 ligne lue : 1 serait affichée.')
})

const REFUSES: [string, Buffer, number, RegExp][] = [
  ['an empty file', avecFichier(''), 400, /Ce fichier est vide/],
  ['blank text', formulaire([{ nom: 'texte', contenu: ' \n ' }]), 400, /Choisissez un fichier CSV/],
  [
    'a file of another subject',
    avecFichier('a,b\n1,2\n'),
    400,
    /pas les colonnes d’un fichier de lieux.*Colonnes vues : a, b\./,
  ],
  [
    'a kind forced that it is not',
    formulaire([
      { nom: 'texte', contenu: 'a,b\n1,2\n' },
      { nom: 'type', contenu: 'structures' },
    ]),
    400,
    /il manque postes/,
  ],
  ['a NUL byte', avecFichier(`${csv(PROPRE)}\0`), 400, /ligne 3 : un caractère nul/],
  ['a workbook', avecFichier('PK\u0003\u0004…'), 400, /CSV/],
  ['a huge header', avecFichier(`${'x'.repeat(2_000_000)}\n1\n`), 400, /Votre fichier/],
  [
    'a file and a text',
    formulaire([
      { nom: 'fichier', contenu: csv(PROPRE), fichier: 'a.csv' },
      { nom: 'texte', contenu: 'a' },
    ]),
    400,
    /gardez l’un des deux/,
  ],
  [
    'two files',
    formulaire(['a', 'b'].map((nom) => ({ nom: 'fichier', contenu: csv(PROPRE), fichier: nom }))),
    400,
    /un seul fichier/,
  ],
  [
    'an unknown kind',
    formulaire([
      { nom: 'texte', contenu: csv(PROPRE) },
      { nom: 'type', contenu: 'communes' },
    ]),
    400,
    /type de fichier/,
  ],
  ['half a form', avecFichier(csv(PROPRE)).subarray(0, 200), 400, /incomplet/],
  ['no form at all', Buffer.from('bonjour'), 400, /incomplet/],
  ['a file too big', avecFichier('x'.repeat(5_000_001)), 413, /5 Mo au plus/],
  ['a body too big', avecFichier('x'.repeat(6_000_000)), 413, /5 Mo au plus/],
]

test.each(REFUSES)('%s is refused in a sentence, with the form', async (_, body, expected, sentence) => {
  const response = await site(PAGE, envoi(body))
  const html = simple(await response.text())
  expect(response.status).toBe(expected)
  const [, alert = ''] = /<p[^>]*role="alert"[^>]*>([^<]*)</.exec(html) ?? []
  expect(alert).toMatch(sentence)
  expect(alert).not.toMatch(/--kind| at |Error/)
  expect(html).toContain('<title>Fichier non vérifié – ')
  expect(html).toContain('name="fichier"')
})

test.each(REFUSES)('%s gives no file either: a page that leads back', async (_, body, expected) => {
  const response = await site(CORRIGE, envoi(body))
  expect([response.status, response.headers.get('content-disposition')]).toEqual([expected, null])
  expect(await response.text()).toContain('href="/collectivites/verifier"')
})

test.each([
  ['application/json', 415],
  ['text/csv', 415],
  ['multipart/mixed; boundary=x', 415],
  ['multipart/form-data', 400],
])('a body that says it is %s is refused', async (type, expected) => {
  expect((await site(PAGE, envoi(avecFichier(csv(PROPRE)), type))).status).toBe(expected)
})

test('a text pasted that cannot be checked is still in the form', async () => {
  const response = await site(PAGE, envoi(formulaire([{ nom: 'texte', contenu: 'nom;ville\nÀ garder;Guéret\n' }])))
  expect(response.status).toBe(400)
  expect(await response.text()).toMatch(/<textarea[^>]*>nom;ville\nÀ garder;Guéret\n<\/textarea>/)
})

test('more rows than any file of five megabytes has are refused by their number', async () => {
  const { status, text } = await verifie(`nom,commune,services\n${'a,b,c\n'.repeat(50_001)}`)
  expect([status, text]).toEqual([400, expect.stringMatching(/plus de 50.000 lignes/)])
})

const SAIN = csv(PROPRE, SANS_NOM, PROPRE.replace('Médiathèque', '"a ""b"" c"'))

test('200 forms changed at random are answered, never by a failure', { timeout: 120_000 }, async () => {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(60),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc
        .constantFrom('"', '\r\n--', '\r\n------borne\r\n', '\0', ';', '\n\n', '\ufeff', '\r\n\r\n')
        .map((text) => Buffer.from(text)),
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 6 }),
      fc.constantFrom(PAGE, RAPPORT, CORRIGE),
      async (changes, chemin) => {
        const body = changes.reduce((bytes, { at, remove, insert }) => {
          const cut = Math.floor(at * bytes.length)
          return Buffer.concat([bytes.subarray(0, cut), insert, bytes.subarray(cut + remove)])
        }, avecFichier(SAIN))
        const response = await site(chemin, envoi(body))
        await response.text()
        expect([200, 400]).toContain(response.status)
      },
    ),
    { numRuns: 200 },
  )
  expect(failed.mock.calls).toEqual([])
  failed.mockRestore()
})
