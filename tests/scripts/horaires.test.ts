import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { mergePlages, type Plage } from '#app/domain/horaires/semaine.ts'
import { expandHoraires, expandJours } from '#app/lecture/horaires.ts'

const JOUR = 1440

/** "lun 09:00-12:00 14:00-17:00, mar 09:00-12:00" → slots: a second way to write what is expected. */
function slots(texte: string): Plage[] {
  const minutes = (heure = '') => Number(heure.slice(0, 2)) * 60 + Number(heure.slice(3))
  return texte.split(', ').flatMap((ligne) => {
    const [jour = '', ...tranches] = ligne.split(' ')
    const minuit = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'].indexOf(jour) * JOUR
    return tranches.map((tranche) => {
      const [debut, fin] = tranche.split('-')
      return { debut: minuit + minutes(debut), fin: minuit + minutes(fin) }
    })
  })
}

const SEMAINE_9_12 = 'lun 09:00-12:00, mar 09:00-12:00, mer 09:00-12:00, jeu 09:00-12:00, ven 09:00-12:00'

describe('hours that every week repeats', () => {
  test.each([
    ['Mo-Fr 09:00-12:00', SEMAINE_9_12],
    [' Mo-Fr  9:00 - 12:00 ', SEMAINE_9_12],
    ['Mo-Fr 09:00-12:00;', SEMAINE_9_12],
    ['Mo-Fr 09:00-12:00 open', SEMAINE_9_12],
    ['Mo-Fr 09:00-12:00 || off', SEMAINE_9_12],
    ['mo-fr 09.00-12.00', SEMAINE_9_12],
    ['Mo,We 09:00-12:00,14:00-17:00', 'lun 09:00-12:00 14:00-17:00, mer 09:00-12:00 14:00-17:00'],
    ['Sa-Mo 10:00-11:00', 'lun 10:00-11:00, sam 10:00-11:00, dim 10:00-11:00'],
    ['Mo-We 08:00-17:00; Tu off', 'lun 08:00-17:00, mer 08:00-17:00'],
    ['Mo-Tu 08:00-17:00; Tu 09:00-12:00', 'lun 08:00-17:00, mar 09:00-12:00'],
    ['Mo 08:00-12:00,12:00-14:00', 'lun 08:00-14:00'],
    ['Mo 08:00-12:00, Tu 10:00-12:00', 'lun 08:00-12:00, mar 10:00-12:00'],
    ['Mo 18:00-00:00', 'lun 18:00-24:00'],
    ['Sa 22:00-02:00', 'sam 22:00-24:00, dim 00:00-02:00'],
    ['Su 22:00-02:00', 'lun 00:00-02:00, dim 22:00-24:00'],
    ['Jan-Dec Mo 09:00-12:00', 'lun 09:00-12:00'],
  ])('%s', (osm, attendus) => {
    const { semaine, probleme } = expandHoraires(osm)
    expect(probleme).toBeNull()
    expect(semaine?.texte).toBeNull()
    expect(semaine?.plages).toEqual(mergePlages(slots(attendus)))
  })
})

test('slots in full, over the midnight of Sunday', () => {
  expect(expandHoraires('Su 22:00-02:00; We 09:00-12:30').semaine?.plages).toEqual([
    { debut: 0, fin: 120 },
    { debut: 2 * JOUR + 540, fin: 2 * JOUR + 750 },
    { debut: 6 * JOUR + 1320, fin: 7 * JOUR },
  ])
})

describe('public holidays', () => {
  test.each([
    ['Mo-Fr 09:00-12:00', null, null],
    ['Mo-Fr 09:00-12:00; PH off', 'ferme', null],
    ['Mo-Fr 09:00-12:00; PH,Su closed', 'ferme', null],
    ['PH off; Mo-Fr 09:00-12:00', 'ferme', null],
    ['Mo-Su,PH 09:00-12:00', 'ouvert', null],
    ['Mo-Su 09:00-12:00; PH 09:00-12:00', 'ouvert', null],
    // Their hours on a Saturday that is a holiday are not those of a Saturday.
    ['Mo-Fr,PH 09:00-12:00', null, 'PH 09:00-12:00'],
    ['Mo-Fr 09:00-12:00; PH 10:00-11:00', null, 'PH 10:00-11:00'],
    ['Mo-Fr 09:00-12:00; SH,PH off', null, 'SH,PH off'],
  ])('%s', (osm, feries, texte) => {
    expect(expandHoraires(osm)).toMatchObject({ probleme: null, semaine: { feries, texte } })
    expect(expandHoraires(osm).semaine?.plages.length).toBeGreaterThanOrEqual(5)
  })
})

describe('what no ordinary week holds stays as text', () => {
  test.each([
    ['week 1-53/2 Mo 09:00-12:00; Tu 10:00-12:00', 'mar 10:00-12:00', 'week 1-53/2 Mo 09:00-12:00'],
    ['Tu 10:00-12:00; Aug off', 'mar 10:00-12:00', 'Aug off'],
    ['Tu 10:00-12:00; SH off', 'mar 10:00-12:00', 'SH off'],
    ['SH Mo-Fr 09:00-12:00', '', 'SH Mo-Fr 09:00-12:00'],
    ['Mo[1] 09:00-12:00', '', 'Mo[1] 09:00-12:00'],
    ['Tu 10:00-12:00; 2026 Dec 25 off', 'mar 10:00-12:00', '2026 Dec 25 off'],
    ['Tu 10:00-12:00 "sur rendez-vous"', 'mar 10:00-12:00', 'Tu 10:00-12:00 "sur rendez-vous"'],
    ['Tu 10:00-12:00 || "sur rendez-vous; le soir"', 'mar 10:00-12:00', '"sur rendez-vous; le soir"'],
    ['"sur rendez-vous"', '', '"sur rendez-vous"'],
    ['Mo sunrise-sunset; Tu 10:00-12:00', 'mar 10:00-12:00', 'Mo sunrise-sunset'],
    ['Mo 09:00+; Tu 10:00-12:00', 'mar 10:00-12:00', 'Mo 09:00+'],
    ['Mo 09:00-12:00 unknown; Tu 10:00-12:00', 'mar 10:00-12:00', 'Mo 09:00-12:00 unknown'],
    ['Mo-Fr', '', 'Mo-Fr'],
  ])('%s', (osm, attendus, texte) => {
    const plages = attendus === '' ? [] : slots(attendus)
    expect(expandHoraires(osm)).toEqual({ probleme: null, semaine: { plages, feries: null, texte } })
  })
})

describe('what is wrong is told, and never makes a certain week', () => {
  test.each([
    ['Mo 09:00-12:00-14:00', 'illisible', [], 'Mo 09:00-12:00-14:00'],
    ['Tu 08:00', 'illisible', [], 'Tu 08:00'],
    ['Mo-Fr 09:00-12:00 am', 'illisible', [], 'Mo-Fr 09:00-12:00 am'],
    ['lundi et mardi matin', 'illisible', [], 'lundi et mardi matin'],
    ['Mo 07:00-12:00; Fr 17:00-12:00', 'a-l-envers', slots('lun 07:00-12:00'), 'Fr 17:00-12:00'],
    ['Mo 08:00-12:00,14:00-14:00', 'duree-nulle', slots('lun 08:00-12:00'), 'Mo 08:00-12:00,14:00-14:00'],
    ['week 1-53/2 Mo 09:00-09:00', 'duree-nulle', [], 'week 1-53/2 Mo 09:00-09:00'],
    ['24/7', 'plus-de-16-h', [{ debut: 0, fin: 7 * JOUR }], null],
    ['Mo 06:00-23:00', 'plus-de-16-h', slots('lun 06:00-23:00'), null],
  ])('%s: %s', (osm, probleme, plages, texte) => {
    expect(expandHoraires(osm)).toEqual({ probleme, semaine: { plages, feries: null, texte } })
  })

  test('hours written in French, and a quote left open, are read and written again', () => {
    const matin = {
      semaine: { plages: slots('lun 09:00-12:00'), feries: null, texte: 'Mo 09:00-12:00 "sur rendez-vous"' },
    }
    const osm = 'Mo 09:00-12:00 "sur rendez-vous"'
    expect(expandHoraires('Mo 09:00-12:00 "sur rendez-vous')).toEqual({ ...matin, probleme: null, osm })
    const read = expandHoraires('Mo-Fr 9h-12h30,13h30-17h')
    const jours = ['lun', 'mar', 'mer', 'jeu', 'ven'].map((jour) => `${jour} 09:00-12:30 13:30-17:00`)
    expect(read.semaine).toEqual({ plages: slots(jours.join(', ')), feries: null, texte: null })
    expect(read).toMatchObject({ probleme: null, osm: 'Mo-Fr 09:00-12:30,13:30-17:00' })
  })

  test.each([
    ['off', 'jamais-ouvert'],
    ['Mo-Su off; PH off', 'jamais-ouvert'],
    ['', null],
    [' \n ', null],
    [`Mo 09:00-12:00 "${'x'.repeat(500)}"`, 'illisible'],
  ])('%s leaves no hours', (osm, probleme) => {
    expect(expandHoraires(osm)).toEqual({ semaine: null, probleme })
  })
})

describe('columns of hours by day', () => {
  test.each([
    [{ lundi: '09:00 - 12:00 / 14:00 - 16:30', samedi: '' }, 'lun 09:00-12:00 14:00-16:30'],
    [{ mardi: '00:00 - 00:00 / 09:00 - 12:00', jeudi: '00:00 - 00:00' }, 'mar 09:00-12:00'],
    [{ mercredi: '09:00 - 11:00 / 11:00 - 12:00' }, 'mer 09:00-12:00'],
    [{ vendredi: '09:00 - 12:30 / 09:00 - 17:00 / 14:00 - 17:00' }, 'ven 09:00-17:00'],
    [{ lundi: null, dimanche: ' 10:00-12:00 ' }, 'dim 10:00-12:00'],
  ])('%o', (jours, attendus) => {
    expect(expandJours(jours)).toEqual({
      probleme: null,
      semaine: { plages: slots(attendus), feries: null, texte: null },
    })
  })

  test.each([
    [{ lundi: '09:00 - 12:00', mardi: 'sur rendez-vous' }, 'illisible', 'mardi : sur rendez-vous'],
    [{ lundi: '09:00 - 12:00', mardi: '17:00 - 09:30' }, 'a-l-envers', 'mardi : 17:00 - 09:30'],
    [{ lundi: '09:00 - 12:00', mardi: '14:00 - 14:00' }, 'duree-nulle', 'mardi : 14:00 - 14:00'],
  ])('%o: %s', (jours, probleme, texte) => {
    expect(expandJours(jours)).toEqual({
      probleme,
      semaine: { plages: slots('lun 09:00-12:00'), feries: null, texte },
    })
  })

  test('empty columns are no hours', () => {
    expect(expandJours({ lundi: '00:00 - 00:00', mardi: '' })).toEqual({ semaine: null, probleme: null })
    expect(expandJours({})).toEqual({ semaine: null, probleme: null })
  })
})

// Values that opening_hours itself evaluates, so with the clock of the process, and one that it does not.
const AVEC_LA_BIBLIOTHEQUE = [
  'Mo-Fr 09:00-12:00, Sa 10:00-12:00',
  'Su 22:00-02:00',
  'mo-fr 09.00-12.00',
  'Sa 08:00-17:00',
]

function expandIn(fuseau: string): unknown {
  const programme = `
    import { expandHoraires } from '#app/lecture/horaires.ts'
    import { etatAt, phraseEtat } from '#app/domain/horaires/etat.ts'
    const semaines = ${JSON.stringify(AVEC_LA_BIBLIOTHEQUE)}.map((osm) => expandHoraires(osm).semaine)
    const contexte = { fuseau: 'Indian/Reunion', departement: '974', dateMaj: '2026-01-01' }
    const phrases = ['2026-03-03T08:30:00Z', '2026-03-29T00:30:00Z', '2026-10-25T01:30:00Z'].map((instant) =>
      semaines.map((semaine) => phraseEtat(etatAt(semaine, { ...contexte, instant: new Date(instant) }))))
    console.log(JSON.stringify({ decalage: new Date(2026, 0, 1).getTimezoneOffset(), semaines, phrases }))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', programme],
    { cwd: new URL('../..', import.meta.url), encoding: 'utf8', env: { ...process.env, TZ: fuseau } },
  )
  return stdout === '' ? stderr : JSON.parse(stdout)
}

test('the zone of the process changes nothing', () => {
  const semaines = AVEC_LA_BIBLIOTHEQUE.map((osm) => expandHoraires(osm).semaine)
  const kiritimati = expandIn('Pacific/Kiritimati')
  const saintJohns = expandIn('America/St_Johns')
  expect(kiritimati).toMatchObject({ decalage: -840, semaines })
  expect(saintJohns).toMatchObject({ decalage: 210, semaines })
  expect((kiritimati as { phrases: string[][] }).phrases).toEqual((saintJohns as { phrases: string[][] }).phrases)
}, 30_000)
