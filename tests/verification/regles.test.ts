import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { ANOMALIE_SEVERITY, type AnomalieCode, CORRECTIONS_SURES } from '#app/domain/rapport/anomalies.ts'
import { checkFile } from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import { check, csvOf, enMemoire, lieux, mend, options, SANS_FAUTE } from './fichiers.ts'

type Row = Record<string, string>

/** A rule, a row that breaks it and a row that is near to and does not; `mended`: the cell of the corrected file. */
type Cas = { code: AnomalieCode; field: string; faux: Row; juste: Row; mended?: string }

const CAS: Cas[] = [
  { code: 'nom.absent', field: 'nom', faux: { nom: '0' }, juste: { nom: 'Lieu 0' } },
  {
    code: 'lieu.introuvable',
    field: 'commune',
    faux: { commune: 'Nulle-Part', code_postal: '', code_insee: '', latitude: '', longitude: '' },
    juste: { commune: '', code_postal: '', code_insee: '51454' },
  },
  {
    code: 'champ.obligatoire_vide',
    field: 'adresse',
    faux: { adresse: 'non renseigné' },
    juste: { adresse: 'Mairie' },
  },
  { code: 'champ.obligatoire_vide', field: 'id', faux: { id: '' }, juste: { id: '1' } },
  { code: 'champ.obligatoire_vide', field: 'code_postal', faux: { code_postal: ' ' }, juste: { code_postal: '51100' } },
  {
    code: 'champ.conseille_vide',
    field: 'pivot',
    faux: { pivot: '00000000000000' },
    juste: { pivot: '434933123' },
  },
  { code: 'champ.conseille_vide', field: 'date_maj', faux: { date_maj: '1970-01-01' }, juste: {} },
  {
    code: 'siret.zero_perdu',
    field: 'pivot',
    faux: { pivot: '5580120600016' },
    juste: { pivot: '05580120600016' },
    mended: '05580120600016',
  },
  { code: 'siret.cle_fausse', field: 'pivot', faux: { pivot: '43493312300028' }, juste: { pivot: '35600000012346' } },
  { code: 'siret.abime', field: 'pivot', faux: { pivot: '2,13E+13' }, juste: { pivot: '35600000000048' } },
  { code: 'siret.invalide', field: 'pivot', faux: { pivot: '689330' }, juste: { pivot: 'W751212517' } },
  {
    code: 'code_postal.zero_perdu',
    field: 'code_postal',
    faux: { code_postal: '1100', commune: 'Oyonnax', code_insee: '01283', latitude: '', longitude: '' },
    juste: { code_postal: '01100', commune: 'Oyonnax', code_insee: '01283', latitude: '', longitude: '' },
    mended: '01100',
  },
  { code: 'code_postal.invalide', field: 'code_postal', faux: { code_postal: '511000' }, juste: {} },
  // Four figures of which a zero makes the code of another commune: which is missing is not known.
  {
    code: 'code_postal.invalide',
    field: 'code_postal',
    faux: { code_postal: '6650', commune: 'Prades', code_insee: '66149', latitude: '', longitude: '' },
    juste: { code_postal: '66500', commune: 'Prades', code_insee: '66149', latitude: '', longitude: '' },
  },
  { code: 'code_postal.autre_commune', field: 'code_postal', faux: { code_postal: '13001' }, juste: {} },
  {
    code: 'code_insee.zero_perdu',
    field: 'code_insee',
    faux: { code_insee: '1283', commune: 'Oyonnax', code_postal: '01100', latitude: '', longitude: '' },
    juste: { code_insee: '01283', commune: 'Oyonnax', code_postal: '01100', latitude: '', longitude: '' },
    mended: '01283',
  },
  { code: 'code_insee.invalide', field: 'code_insee', faux: { code_insee: '51999' }, juste: { code_insee: '' } },
  {
    code: 'code_insee.ancien',
    field: 'code_insee',
    faux: { code_insee: '93059', commune: 'Saint-Denis', code_postal: '93200', latitude: '', longitude: '' },
    juste: { code_insee: '75111', commune: 'Paris', code_postal: '75011', latitude: '48.8566', longitude: '2.3522' },
    mended: '93066',
  },
  {
    code: 'code.tableur',
    field: 'code_postal',
    faux: { code_postal: '51100.0' },
    juste: {},
    mended: '51100',
  },
  { code: 'code.tableur', field: 'code_insee', faux: { code_insee: "'51454" }, juste: {}, mended: '51454' },
  {
    code: 'code.tableur',
    field: 'pivot',
    faux: { pivot: '43493312300029,0' },
    juste: {},
    mended: '43493312300029',
  },
  { code: 'code.abime', field: 'code_postal', faux: { code_postal: '5,11E+04' }, juste: {} },
  {
    code: 'commune.nom_officiel',
    field: 'commune',
    faux: { commune: 'REIMS CEDEX 2' },
    juste: { commune: 'Reims' },
    mended: 'Reims',
  },
  { code: 'commune.inconnue', field: 'commune', faux: { commune: 'Rheims-sur-Mer' }, juste: {} },
  { code: 'commune.proche', field: 'commune', faux: { commune: 'Riems' }, juste: {} },
  {
    code: 'commune.ancienne',
    field: 'commune',
    faux: { commune: 'Tourny', code_postal: '27510', code_insee: '27213', latitude: '', longitude: '' },
    juste: {},
  },
  {
    code: 'commune.cedex',
    field: 'commune',
    faux: { commune: 'MARNE LA VALLEE CEDEX 2', code_postal: '77454', code_insee: '', latitude: '', longitude: '' },
    juste: {},
  },
  {
    code: 'code_insee.autre_commune',
    field: 'code_insee',
    faux: { code_insee: '63144' },
    juste: { code_insee: '' },
  },
  {
    code: 'adresse.mot_vide',
    field: 'adresse',
    faux: { adresse: 'nul nul rue du Test' },
    juste: { adresse: 'rue Nulle Part' },
    mended: 'rue du Test',
  },
  {
    code: 'adresse.repete_commune',
    field: 'adresse',
    faux: { adresse: '3 rue du Test 51100 REIMS' },
    juste: { adresse: '3 rue du 8 mai 1945' },
    mended: '3 rue du Test',
  },
  { code: 'coordonnees.invalides', field: 'latitude', faux: { latitude: 'nord' }, juste: {} },
  { code: 'coordonnees.absentes', field: 'latitude', faux: { latitude: '0', longitude: '0' }, juste: {} },
  {
    code: 'coordonnees.departement',
    field: 'latitude',
    faux: { latitude: '', longitude: '', code_insee: '', code_postal: '77454', commune: 'MARNE LA VALLEE CEDEX' },
    juste: {},
  },
  {
    code: 'coordonnees.code_postal',
    field: 'latitude',
    faux: { latitude: '', longitude: '', code_insee: '', code_postal: '44110', commune: 'Nulle-Part-les-Bains' },
    juste: {},
  },
  { code: 'coordonnees.trop_loin', field: 'latitude', faux: { latitude: '43.5', longitude: '5.4' }, juste: {} },
  {
    code: 'coordonnees.inversees',
    field: 'latitude',
    faux: { latitude: '4.0317', longitude: '49.2583' },
    juste: {},
    mended: '49.2583',
  },
  { code: 'coordonnees.virgule', field: 'latitude', faux: { latitude: '49,2583' }, juste: {}, mended: '49.2583' },
  {
    code: 'coordonnees.converties',
    field: 'latitude',
    faux: { latitude: '49°15\'30"N', longitude: '4°01\'54"E' },
    juste: {},
    mended: '49.258333',
  },
  {
    code: 'telephone.mis_au_format',
    field: 'telephone',
    faux: { telephone: '03 53 01 00 01' },
    juste: { telephone: '' },
    mended: '+33353010001',
  },
  {
    code: 'telephone.plusieurs',
    field: 'telephone',
    faux: { telephone: '03 53 01 00 01 / 03 53 01 00 02' },
    juste: { telephone: '+33353010002' },
  },
  {
    code: 'telephone.poste',
    field: 'telephone',
    faux: { telephone: '03 53 01 00 01 poste 12' },
    juste: { telephone: '+33353010001' },
  },
  {
    code: 'telephone.precision',
    field: 'telephone',
    faux: { telephone: '03 53 01 00 01 (de 9h à 12h)' },
    juste: { telephone: '+33353010001' },
  },
  {
    code: 'telephone.fax',
    field: 'telephone',
    faux: { telephone: '03 53 01 00 01 fax 03 53 01 00 02' },
    juste: { telephone: '+33353010001' },
  },
  { code: 'telephone.abime', field: 'telephone', faux: { telephone: '3,35E+10' }, juste: { telephone: '' } },
  { code: 'telephone.invalide', field: 'telephone', faux: { telephone: '03 53 01' }, juste: {} },
  { code: 'telephone.court', field: 'telephone', faux: { telephone: '3960' }, juste: {} },
  { code: 'telephone.portable', field: 'telephone', faux: { telephone: '+33600000000' }, juste: {} },
  { code: 'courriel.invalide', field: 'courriels', faux: { courriels: 'accueil.example' }, juste: { courriels: '' } },
  {
    code: 'courriel.personnel',
    field: 'courriels',
    faux: { courriels: 'jeanne.invente@exemple.example' },
    juste: { courriels: 'mairie.avessac@exemple.example' },
  },
  {
    code: 'site_web.sans_protocole',
    field: 'site_web',
    faux: { site_web: 'www.exemple.example/a' },
    juste: { site_web: 'http://www.exemple.example/a' },
    mended: 'https://www.exemple.example/a',
  },
  { code: 'site_web.invalide', field: 'site_web', faux: { site_web: 'javascript:alert(1)' }, juste: {} },
  {
    code: 'date.mise_au_format',
    field: 'date_maj',
    faux: { date_maj: '02/05/2026' },
    juste: {},
    mended: '2026-05-02',
  },
  { code: 'date.invalide', field: 'date_maj', faux: { date_maj: '2026-02-30' }, juste: { date_maj: '2026-02-28' } },
  { code: 'date.future', field: 'date_maj', faux: { date_maj: '2026-07-01' }, juste: { date_maj: '2026-06-30' } },
  { code: 'date.a_verifier', field: 'date_maj', faux: { date_maj: '2025-06-30' }, juste: { date_maj: '2025-07-01' } },
  { code: 'date.a_actualiser', field: 'date_maj', faux: { date_maj: '2024-12-29' }, juste: { date_maj: '2024-12-30' } },
  { code: 'date.a_confirmer', field: 'date_maj', faux: { date_maj: '02/05/26' }, juste: { date_maj: '2026-05-02' } },
  { code: 'date.sans_jour', field: 'date_maj', faux: { date_maj: 'mai 2026' }, juste: { date_maj: '' } },
  {
    code: 'horaires.en_francais',
    field: 'horaires',
    faux: { horaires: 'du lundi au jeudi de 8h30 à 12h et de 13h30 à 17h' },
    juste: { horaires: 'Mo-Th 08:30-12:00,13:30-17:00' },
    mended: 'Mo-Th 08:30-12:00,13:30-17:00',
  },
  {
    code: 'horaires.illisible',
    field: 'horaires',
    faux: { horaires: 'Mo 12:00-14:00-17:00' },
    juste: { horaires: '' },
  },
  { code: 'horaires.jamais_ouvert', field: 'horaires', faux: { horaires: 'off' }, juste: { horaires: '24/7' } },
  { code: 'horaires.etrange', field: 'horaires', faux: { horaires: 'Fr 17:00-12:00' }, juste: {} },
  {
    code: 'vocabulaire.ancien',
    field: 'services',
    faux: { services: 'Utiliser le numérique au quotidien|Accéder à du matériel' },
    juste: { services: 'Maîtrise des outils numériques du quotidien' },
    mended: 'Maîtrise des outils numériques du quotidien|Accès internet et matériel informatique',
  },
  {
    code: 'vocabulaire.deplace',
    field: 'publics_specifiquement_adresses',
    faux: { publics_specifiquement_adresses: 'Jeunes;Seniors (+ 65 ans);Illettrisme' },
    juste: { publics_specifiquement_adresses: 'Jeunes', prise_en_charge_specifique: 'Illettrisme' },
    mended: 'Jeunes|Seniors',
  },
  {
    code: 'vocabulaire.inconnu',
    field: 'services',
    faux: { services: 'Aide aux démarches en ligne' },
    juste: { services: '' },
  },
  {
    code: 'vocabulaire.inconnu',
    field: 'itinerance',
    faux: { itinerance: 'Parfois' },
    juste: { itinerance: 'Fixe|Itinérant' },
  },
  {
    code: 'vocabulaire.ancien',
    field: 'itinerance',
    faux: { itinerance: 'ITINERANT' },
    juste: { itinerance: 'Itinérant' },
    mended: 'Itinérant',
  },
  {
    code: 'liste.separateur',
    field: 'publics_specifiquement_adresses',
    faux: { publics_specifiquement_adresses: 'Jeunes, Seniors; Femmes' },
    juste: { publics_specifiquement_adresses: 'Jeunes|Femmes' },
    mended: 'Jeunes|Seniors|Femmes',
  },
  {
    code: 'liste.separateur',
    field: 'courriels',
    faux: { courriels: 'a@exemple.example, b@exemple.example' },
    juste: { courriels: 'a@exemple.example' },
    mended: 'a@exemple.example|b@exemple.example',
  },
  {
    code: 'valeur.graphie',
    field: 'frais_a_charge',
    faux: { frais_a_charge: 'gratuit' },
    juste: { frais_a_charge: 'Gratuit|Payant' },
    mended: 'Gratuit',
  },
  {
    code: 'valeur.graphie',
    field: 'pivot',
    faux: { pivot: '434 933 123 00029' },
    juste: {},
    mended: '43493312300029',
  },
  {
    code: 'valeur.graphie',
    field: 'code_insee',
    faux: { code_insee: '2a004', commune: 'Ajaccio', code_postal: '20000', latitude: '', longitude: '' },
    juste: {},
    mended: '2A004',
  },
  {
    code: 'texte.encodage',
    field: 'presentation_resume',
    faux: { presentation_resume: 'MÃ©diathÃ¨que' },
    juste: { presentation_resume: 'PÃ' },
    mended: 'Médiathèque',
  },
  { code: 'texte.encodage', field: 'nom', faux: { nom: 'MÃƒÂ©diathÃƒÂ¨que' }, juste: {}, mended: 'Médiathèque' },
  {
    code: 'texte.html',
    field: 'presentation_detail',
    faux: { presentation_detail: '<p>Ouvert<br>à tous</p>' },
    juste: { presentation_detail: 'de 3 < 5 à <accueil@exemple.example>' },
    mended: 'Ouvert à tous',
  },
  {
    code: 'texte.formule',
    field: 'presentation_resume',
    faux: { presentation_resume: '=1+1' },
    juste: { presentation_resume: '- Accueil\n- Atelier' },
  },
  {
    code: 'texte.formule',
    field: 'source',
    faux: { source: '@SUM(A1:A9)' },
    juste: { source: '@telier du Test' },
  },
  { code: 'texte.majuscules', field: 'nom', faux: { nom: 'MAISON DES SERVICES' }, juste: { nom: 'CCAS MSAP' } },
  {
    code: 'texte.trop_long',
    field: 'presentation_detail',
    faux: { presentation_detail: 'a'.repeat(2_001) },
    juste: { presentation_detail: 'a'.repeat(2_000) },
  },
  {
    code: 'texte.invisible',
    field: 'nom',
    faux: { nom: 'Média\u00adthèque \u202eeuqèhtaidéM' },
    juste: { nom: 'Médiathèque Pablo Néruda' },
    mended: 'Médiathèque euqèhtaidéM',
  },
  {
    code: 'texte.courriel_personnel',
    field: 'presentation_detail',
    faux: { presentation_detail: 'Écrire à jeanne.invente@exemple.example.' },
    juste: { presentation_detail: 'Écrire à mairie.avessac@exemple.example.' },
  },
  {
    code: 'texte.nom_de_personne',
    field: 'nom',
    faux: { nom: 'Reims - Jeanne Exempleux' },
    juste: { nom: 'Reims - Jean Moulin' },
  },
  {
    code: 'resume.trop_long',
    field: 'presentation_resume',
    faux: { presentation_resume: 'é'.repeat(281) },
    juste: { presentation_resume: 'é'.repeat(280) },
  },
  {
    code: 'reseau.autre',
    field: 'dispositif_programmes_nationaux',
    faux: { dispositif_programmes_nationaux: 'France Services' },
    juste: { dispositif_programmes_nationaux: '', source: 'Coop numérique' },
  },
]

test('a row without fault says nothing', async () => {
  const { anomalies, publiables, read } = await check(lieux([{}]))
  expect(anomalies).toEqual([])
  expect([read, publiables]).toEqual([1, 1])
})

describe.each(CAS)('$code ($field)', ({ code, field, faux, juste, mended }) => {
  test('is said of the row that breaks it, of no other', async () => {
    const { anomalies } = await check(lieux([{}, faux, juste]))
    const said = anomalies.filter((one) => one.code === code && one.field === field)
    expect(said.map(({ line }) => line)).toEqual(said.map(() => 3))
    expect(said.length).toBeGreaterThan(0)
    for (const one of said) expect(one).toMatchObject({ severity: ANOMALIE_SEVERITY[code], colonne: field })
  })

  test(mended === undefined ? 'is left to a person' : `is mended as ${mended}`, async () => {
    const { data } = Papa.parse<Row>(await mend(lieux([{}, faux, juste])), {
      header: true,
      skipEmptyLines: true,
      delimiter: ',',
    })
    expect(CORRECTIONS_SURES.has(code)).toBe(mended !== undefined)
    const expected = mended ?? { ...SANS_FAUTE, ...faux }[field]
    expect(data[1]?.[field]).toBe(expected)
    expect(data[2]).toEqual({ ...SANS_FAUTE, ...data[2], ...juste })
  })
})

describe('of the file', () => {
  const said = async (text: string) =>
    (await check(text)).anomalies.map(({ line, field, code, message }) => ({ line, field, code, message }))

  test('an identifier taken twice names the line that had it', async () => {
    const found = await said(lieux([{ id: 'a' }, { id: 'b' }, { id: 'a' }]))
    expect(found.filter(({ code }) => code !== 'coordonnees.partagees')).toEqual([
      {
        line: 4,
        field: 'id',
        code: 'id.doublon',
        message: 'Cet identifiant est déjà celui d’une autre ligne (ligne 2).',
      },
    ])
  })

  test('a place written twice names the line that had it; a namesake at another address is another place', async () => {
    const twice = { nom: 'Mairie', adresse: '1 place du Test', pivot: '' }
    const found = (
      await said(lieux([twice, {}, { ...twice, nom: 'MAIRIE' }, { ...twice, adresse: '9 rue du Test' }]))
    ).filter(({ code }) => code === 'ligne.doublon')
    expect(found).toEqual([
      {
        line: 4,
        field: 'nom',
        code: 'ligne.doublon',
        message: 'Ce lieu figure déjà dans une autre ligne : les deux lignes ont été réunies (ligne 2).',
      },
    ])
  })

  test('a point shared by three addresses is said of each; by two, or by three rows of one address, of none', async () => {
    const at = (latitude: string) => ({ latitude, longitude: '4.03' })
    const same = { ...at('49.26'), adresse: '1 rue du Test' }
    const rows = [
      at('49.25'),
      at('49.25'),
      at('49.25'),
      at('49.255'),
      at('49.255'),
      same,
      { ...same, pivot: '' },
      { ...same, nom: 'Autre' },
    ]
    const found = (await said(lieux(rows))).filter(({ code }) => code === 'coordonnees.partagees')
    expect(found.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(found[0]?.message).toContain('(3 lieux)')
  })

  test('a required column that is missing is said once; one that the next version drops is a warning', async () => {
    const header = NORME_LIEUX.colonnes.filter((one) => one !== 'id' && one !== 'pivot')
    expect((await said(lieux([{}, {}], header))).map(({ line, field, code }) => [line, field, code])).toEqual([
      [1, 'id', 'colonne.manquante'],
      [1, 'pivot', 'colonne.conseillee'],
    ])
  })

  test('an older name of a column is renamed; a name that is near to a missing one is proposed', async () => {
    const older = NORME_LIEUX.colonnes.map((one) =>
      one === 'courriels' ? 'courriel' : one === 'horaires' ? 'horaire' : one,
    )
    const { anomalies } = await check(csvOf(older, [NORME_LIEUX.colonnes.map((one) => SANS_FAUTE[one] ?? '')]))
    expect(
      anomalies.map(({ line, field, code, raw, corrected, sure }) => [line, field, code, raw, corrected, sure]),
    ).toEqual([
      [1, 'horaire', 'colonne.proche', 'horaire', 'horaires', false],
      [1, 'courriels', 'colonne.ancienne', 'courriel', 'courriels', true],
    ])
    expect((await mend(csvOf(older, []).concat(lieux([{}]).split('\n')[1] ?? ''))).split('\r\n')[0]).toContain(
      'telephone,courriels,site_web,horaire,',
    )
  })

  test('a name in capitals or with an accent is no older name: it is renamed, and said to be written otherwise', async () => {
    const header = NORME_LIEUX.colonnes.map((one) =>
      one === 'telephone' ? 'Téléphone' : one === 'code_postal' ? 'Code postal' : one,
    )
    const { anomalies } = await check(csvOf(header, [NORME_LIEUX.colonnes.map((one) => SANS_FAUTE[one] ?? '')]))
    expect(anomalies.map(({ field, code, sure, message }) => [field, code, sure, message])).toEqual(
      ['code_postal', 'telephone'].map((field) => [field, 'colonne.graphie', true, expect.stringMatching(/autrement/)]),
    )
  })

  test('a line whose quote is never closed, or that has a cell too many, is said and not lost', async () => {
    const [header = '', row = ''] = lieux([{}]).split('\n')
    const text = [
      header,
      row,
      `"ligne-2","sans fin`,
      `${row.replace('ligne-1', 'ligne-3').replace('12 rue', '13 rue')},"en trop"`,
      '',
    ].join('\n')
    const rapport = await check(text)
    expect(rapport.read).toBe(3)
    expect(rapport.lignes.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'affiche'],
      [3, 'non-affiche'],
      [4, 'affiche'],
    ])
    expect(
      rapport.anomalies.map(({ line, code }) => [line, code]).filter(([, code]) => String(code).startsWith('ligne.')),
    ).toEqual([
      [3, 'ligne.guillemet'],
      [4, 'ligne.cellules_en_trop'],
      [4, 'ligne.doublon'],
    ])
    const mended = await mend(text)
    expect(mended).toContain('"ligne-2","sans fin\r\n')
    expect(mended).toContain(',en trop\r\n')
  })

  test('a list of JSON is given back as a table, corrected', async () => {
    const one = { id: 'a', nom: 'Mairie', commune: 'Reims', code_postal: 51100, services: 'x|y', couleur: 'bleu' }
    const two = { telephone: '03 53 01 00 01', nom: 'École', commune: 'Reims', code_postal: '51100', services: null }
    const { data } = Papa.parse<string[]>((await mend(JSON.stringify([one, two]))).trim())
    expect(data).toEqual([
      ['id', 'nom', 'commune', 'code_postal', 'services', 'couleur', 'telephone'],
      ['a', 'Mairie', 'Reims', '51100', 'x|y', 'bleu', ''],
      ['', 'École', 'Reims', '51100', '', '', '+33353010001'],
    ])
  })

  test('a line longer than any row is said, kept as it was, and stops no other', async () => {
    const [header = '', row = ''] = lieux([{}]).split('\n')
    const long = `"long ${'x'.repeat(65_536)}"${row.slice(row.indexOf(','))}`
    const text = [header, long, row, ''].join('\n')
    const { anomalies, lignes } = await check(text)
    expect(lignes.map(({ verdict }) => verdict)).toEqual(['non-affiche', 'affiche'])
    expect(anomalies.map(({ line, code }) => [line, code])).toEqual([[2, 'ligne.trop_longue']])
    expect(await mend(text)).toContain(`${long}\r\n`)
  })

  test('a letter that is lost is said, and left to a person', async () => {
    const noms = ['M\ufffddiath\ufffdque', 'La M?diath?que', 'Espace Et demain?', 'Où ? Ici']
    const text = lieux(noms.map((nom) => ({ nom, site_web: 'https://www.exemple.example/page?id=1' })))
    const { anomalies } = await check(text)
    const lost = anomalies.filter(({ code }) => code === 'texte.encodage')
    expect(lost.map(({ line, corrected }) => [line, corrected])).toEqual([
      [2, null],
      [3, null],
    ])
    expect(await mend(text)).toContain('La M?diath?que')
  })

  test('what stands above the names of the columns is said, and left out of the corrected file', async () => {
    const text = `Liste des lieux;;\n${lieux([{}])}`
    expect((await said(text)).map(({ line, code }) => [line, code])).toEqual([[2, 'ligne.avant_entete']])
    expect(await said(await mend(text))).toEqual([])
  })

  test('lines between quotes are said, and given back as a table', async () => {
    const text = lieux([{}]).replace(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`)
    expect((await said(text)).map(({ line, code }) => [line, code])).toEqual([[1, 'ligne.entre_guillemets']])
    expect(await said(await mend(text))).toEqual([])
    const one = text.split('\n').map((line, rang) => (rang === 0 ? line.slice(1, -1).replaceAll('""', '"') : line))
    expect((await said(one.join('\n'))).map(({ line, code }) => [line, code])).toEqual([[2, 'ligne.entre_guillemets']])
    expect(await mend(one.join('\n'))).toBe(await mend(text))
  })

  test('a column that is there twice is said', async () => {
    const header = [...NORME_LIEUX.colonnes, 'Téléphone', 'couleur', 'couleur']
    const { anomalies } = await check(lieux([{}], header))
    expect(anomalies.map(({ code, raw }) => [code, raw])).toEqual([['colonne.double', 'Téléphone']])
  })

  test('a column that says where, and that nothing reads, is an error; one that is said to be read is renamed', async () => {
    const header = NORME_LIEUX.colonnes.map((name) => (name === 'latitude' ? 'lat' : name))
    const text = lieux([{ lat: '49.2583' }], header)
    const { anomalies: unread } = await check(text)
    expect(unread.filter(({ field }) => field === 'lat')).toMatchObject([
      { line: 1, code: 'colonne.non_lue', corrected: 'latitude', severity: 'error' },
    ])
    const chosen = { ...(await options()), colonnes: new Map([['lat', 'latitude']]) }
    const { anomalies } = await checkFile(enMemoire(text), chosen)
    expect(anomalies.map(({ code, raw, corrected }) => [code, raw, corrected])).toEqual([
      ['colonne.choisie', 'lat', 'latitude'],
    ])
    let mended = ''
    for await (const piece of correctFile(enMemoire(text), chosen)) mended += piece
    expect(await said(mended)).toEqual([])
  })

  test('cells that are missing at the end of a line are added', async () => {
    const [header = ''] = lieux([{}]).split('\n')
    const cells = NORME_LIEUX.colonnes.slice(0, -2).map((one) => SANS_FAUTE[one] ?? '')
    const text = `${header}\n${cells.map((cell) => `"${cell}"`).join(',')}\n`
    expect((await said(text)).map(({ code }) => code)).toEqual(['ligne.cellules_manquantes'])
    expect((await said(await mend(text))).map(({ code }) => code)).toEqual([])
  })
})

describe('a file of posts', () => {
  const header = [
    'Raison sociale',
    'SIRET',
    'Code département',
    'Code commune INSEE',
    'Code postal',
    'Commune INSEE',
    'Nombre de conseillers validés par le COSELEC',
    'Date de validation en comité de sélection',
  ]
  const juste = ['Ville du Test', '43493312300029', '51', '51454', '51100', 'Reims', '2', '16/06/2021']
  const row = (given: Record<number, string>) => juste.map((cell, rang) => given[rang] ?? cell)
  test.each<[AnomalieCode, Record<number, string>, Record<number, string>]>([
    ['postes.invalide', { 6: 'deux' }, { 6: '10' }],
    ['postes.aucun', { 6: '0' }, { 6: '1' }],
    ['departement.absent', { 2: '', 3: '', 4: '', 5: '' }, {}],
    ['departement.zero_perdu', { 2: '1', 3: '01283', 4: '01100', 5: 'Oyonnax' }, {}],
    ['departement.deduit', { 2: '' }, {}],
    ['nom.employeur_non_precise', { 0: '0' }, { 0: 'Mairie 0' }],
    ['code_insee.autre_departement', { 3: '75056' }, {}],
  ])('%s is said of the row that breaks it, of no other', async (code, faux, near) => {
    const { anomalies, kind } = await check(csvOf(header, [juste, row(faux), row(near)]))
    expect(kind).toBe('structures')
    expect(anomalies.filter((one) => one.code === code).map(({ line }) => line)).toEqual([3])
  })

  test('says nothing of a day-first date, nor of an address that repeats its town: these files are written so', async () => {
    expect((await check(csvOf([...header, 'Adresse'], [[...juste, '1 RUE DU TEST 51100 REIMS']]))).anomalies).toEqual(
      [],
    )
  })
})

test('every code that the checker can say is tested above, on both sides', () => {
  const elsewhere = new Set<string>([
    // Of the reference files, which are not checked.
    'nombre.invalide',
    'densite.invalide',
    // The checker asks nothing of any geocoder, nor reads what the import was answered.
    'coordonnees.geocodees',
    // The checker is stopped as a whole.
    'ligne.trop_de_travail',
    // In the groups of the file and of the posts.
    ...[
      'ligne.guillemet',
      'ligne.trop_longue',
      'ligne.cellules_en_trop',
      'ligne.cellules_manquantes',
      'ligne.doublon',
      'id.doublon',
    ],
    ...[
      'coordonnees.partagees',
      'colonne.manquante',
      'colonne.conseillee',
      'colonne.ancienne',
      'colonne.graphie',
      'colonne.proche',
    ],
    ...['colonne.non_lue', 'colonne.double', 'colonne.choisie', 'ligne.avant_entete', 'ligne.entre_guillemets'],
    ...['postes.invalide', 'postes.aucun', 'departement.absent', 'departement.zero_perdu', 'departement.deduit'],
    ...['nom.employeur_non_precise', 'code_insee.autre_departement'],
  ])
  const tested = new Set<string>(CAS.map(({ code }) => code))
  expect(Object.keys(ANOMALIE_SEVERITY).filter((code) => !tested.has(code) && !elsewhere.has(code))).toEqual([])
})
