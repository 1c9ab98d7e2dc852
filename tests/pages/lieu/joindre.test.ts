import { afterEach, describe, expect, test, vi } from 'vitest'
import { departement } from '#db/schema.ts'
import { hrefsIn, ORIGIN, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
db.insert(departement).values({ code: '973', nom: 'Guyane', population: 290000 }).run()
insertLieux(db, [
  lieuRow({
    numero: 50,
    id: 'sur-la-commune',
    departementCode: '23',
    communeNom: 'Aubusson',
    lat: 46,
    lon: 2,
    precision: 'commune',
  }),
  lieuRow({
    numero: 54,
    id: 'sans-rien',
    departementCode: '23',
    nom: 'Sans rien',
    structureId: 1,
    itinerant: true,
    semaine: { plages: [], feries: null, texte: 'week 1-53/2 Mo 09:00-12:00; "sur rendez-vous"' },
    dateMaj: new Date().toISOString().slice(0, 10),
  }),
  lieuRow({ numero: 55, id: 'orphelin', departementCode: '23' }),
  lieuRow({
    numero: 56,
    id: 'cayenne',
    departementCode: '973',
    fuseau: 'America/Cayenne',
    semaine: { plages: [{ debut: 1440 + 540, fin: 1440 + 720 }], feries: null, texte: null },
    dateMaj: '2026-01-01',
    telephone: '+594594000000',
    itinerant: true,
    lat: 4.93,
    lon: -52.33,
  }),
  lieuRow({ numero: 57, id: 'france-services', departementCode: '23', source: 'France services' }),
])
const site = siteOn(db)

afterEach(() => {
  vi.useRealTimers()
})

async function get(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await site(path)
  const html = simple(await response.text())
  return { status: response.status, html, text: textOf(html) }
}

test('without a phone, the employer comes with its other places before its official page', async () => {
  const { html, text } = await get('/lieux/sans-rien')
  const contacts = html.slice(html.indexOf('id="joindre"'), html.indexOf('id="venir"'))
  const { cle, siret } = db.$client.prepare('select cle, siret from structure where id = 1').get() as Record<
    string,
    string
  >
  expect(hrefsIn(contacts, /./)).toEqual([
    `/structures/${cle}`,
    `https://annuaire-entreprises.data.gouv.fr/etablissement/${siret}`,
  ])
  expect(text).toContain('L’employeur et ses autres lieux : CC du Pays de Guéret')
})

test('of a place of which nothing is known, not even where it stands, the list around it is a link; no line is empty', async () => {
  const { html, text } = await get('/lieux/orphelin')
  expect(text).toContain('Aucun téléphone n’est publié pour ce lieu.')
  expect(hrefsIn(html.slice(html.indexOf('id="joindre"')), /^\/\?dep/)).toEqual(['/?departement=23'])
  expect(text).not.toContain('mairie de la commune')
  expect(html).not.toMatch(/<(li|p|ul)[^>]*><\/\1>/)
})

describe('whom to call instead of a place without a telephone', () => {
  const muet = { departementCode: '23', lat: 43.17, lon: 0 }
  const country = pays()
  insertLieux(country, [
    lieuRow({ numero: 60, id: 'muet', nom: 'Muet', ...muet }),
    // 0.1° of latitude: 11.1 km, and twice that.
    lieuRow({ numero: 61, id: 'loin', nom: 'Loin', ...muet, lat: 43.37, telephone: '+33536490001' }),
    lieuRow({ numero: 62, id: 'pres', nom: 'Près', ...muet, lat: 43.27, telephone: '+33536490002' }),
    lieuRow({ numero: 63, id: 'tres-pres', nom: 'Très près', ...muet, lat: 43.2 }),
    lieuRow({
      ...{ numero: 64, id: 'guichet', nom: 'Guichet', reseau: 'france-services' },
      ...{ ...muet, lat: 43.18, telephone: '+33536490003' },
    }),
    lieuRow({ numero: 65, id: 'ecrit', nom: 'Écrit', ...muet, courriels: ['accueil@lieu.example'] }),
    // Nobody within a day's walk.
    lieuRow({ numero: 66, id: 'seul', nom: 'Seul', departementCode: '974', lat: -21, lon: 55 }),
  ])
  const there = siteOn(country)
  const read = async (path: string) => (await there(path)).text()
  const telsIn = (html: string) => hrefsIn(html, /^tel:/)

  test('on its page: the nearest that has one, with its distance, then the nearest France services', async () => {
    const html = await read('/lieux/muet')
    const joindre = html.slice(html.indexOf('id="joindre"'), html.indexOf('id="venir"'))
    expect(telsIn(joindre)).toEqual(['tel:+33536490002', 'tel:+33536490003'])
    expect(textOf(`<body>${joindre}`)).toContain('Près à 11 km')
    expect(hrefsIn(joindre, /^\/lieux/)).toEqual(['/lieux/pres', '/lieux/guichet'])
    expect(textOf(html)).not.toContain('La mairie')
  })

  test('in the list: the nearest number; too far away, the page says more', async () => {
    const cards = (await read('/?departement=23')).split('<li class="fiche"')
    const cardOf = (id: string) => cards.find((card) => card.startsWith(` id="l-${id}"`)) ?? ''
    expect(telsIn(cardOf('muet'))).toEqual(['tel:+33536490002'])
    expect(textOf(`<body>${cardOf('muet')}`)).toContain('Le plus proche avec un téléphone : Près , à 11 km')
    expect(cardOf('ecrit')).toContain('mailto:accueil@lieu.example')
    const seul = await read('/?departement=974')
    expect(seul).toContain('href="/lieux/seul?retour=departement%3D974">Pas de téléphone connu')
  })
})

describe('the state at this minute', () => {
  test.each([
    ['2026-03-03T11:59:00Z', 'Fermé, ouvre aujourd’hui à 9 h'],
    ['2026-03-03T12:00:00Z', 'Ouvert, ferme à 12 h'],
    ['2026-03-03T15:00:00Z', 'Fermé, ouvre le mardi 10 mars à 9 h'],
    ['2026-06-10T12:00:00Z', 'Jour férié, appelez avant de venir'],
    ['2027-01-05T12:00:00Z', 'Ouvert, ferme à 12 h (appelez avant de venir)'],
    ['2027-07-06T12:00:00Z', 'Horaires anciens, appelez avant de venir'],
  ])('in Cayenne at %s: %s', async (instant, phrase) => {
    vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'] })
    const { html } = await get('/lieux/cayenne')
    expect(/<p class="etat [^"]*">([^<]*)</.exec(html)?.[1]).toBe(phrase)
    const liste = await get('/?departement=973')
    // The number is under it.
    expect(/<p class="etat [^"]*">([^<]*)</.exec(liste.html)?.[1]).toBe(phrase.replace(' avant de venir', ''))
  })

  test('unknown hours are said to be unknown, and without a phone nobody is told to call', async () => {
    expect((await get('/lieux/orphelin')).text).toContain('Horaires non communiqués')
    const { text } = await get('/lieux/sans-rien')
    expect(text).toContain('renseignez-vous avant de venir')
    expect(text).not.toMatch(/appelez/i)
  })
})

test('rules that no week holds are said in words', async () => {
  const { text } = await get('/lieux/sans-rien')
  expect(text).toContain('semaines impaires lundi 9 h – 12 h')
  expect(text).toContain('sur rendez-vous')
  expect(text).not.toContain('week')
})

test('hours that say nothing of public holidays: the page says so', async () => {
  expect((await get('/lieux/cayenne')).text).toContain('Jours fériés : non précisé, appelez.')
})

test('an advisor who moves about is marked on the page and in the list, with what to do about it', async () => {
  expect((await get('/lieux/cayenne')).text).toContain('Ce conseiller se déplace : appelez pour savoir où il est.')
  expect((await get('/?departement=973')).text).toContain('Ce conseiller se déplace : appelez pour savoir où il est')
  expect((await get('/lieux/sans-rien')).text).toContain('Ce conseiller se déplace : renseignez-vous pour savoir où')
  expect((await get('/lieux/gueret-mediatheque')).text).not.toContain('se déplace')
})

test('a phone is offered its own map on a sure point, or a search of the address', async () => {
  const geo = async (id: string) => hrefsIn((await get(`/lieux/${id}`)).html, /^geo:/)
  expect(await geo('cayenne')).toEqual(['geo:4.93,-52.33?q=4.93%2C-52.33(Lieu%2056)'])
  expect(await geo('sur-la-commune')).toEqual(['geo:0,0?q=Aubusson'])
})

test('the place is passed on by SMS or e-mail, with its page, without a script', async () => {
  const { html } = await get('/lieux/gueret-mediatheque?retour=departement%3D23')
  for (const href of hrefsIn(html, /^(sms:|mailto:\?)/)) {
    const corps = new URL(href).searchParams.get('body') ?? ''
    expect(corps).toContain('Médiathèque de Guéret\r\n2 place Bonnyaud, 23000 Guéret\r\nTéléphone : 05 55 41 23 45')
    expect(corps.endsWith(`${ORIGIN}/lieux/gueret-mediatheque`)).toBe(true)
  }
  expect(hrefsIn(html, /^(sms:|mailto:\?)/)).toHaveLength(2)
})

test('an error leads to where the source mends it, with the published identifier', async () => {
  const { html, text } = await get('/lieux/gueret-mediatheque')
  const signaler = html.slice(html.indexOf('id="signaler"'), html.indexOf('<footer'))
  expect(hrefsIn(signaler, /./)).toEqual([
    'https://coop-numerique.anct.gouv.fr/coop/lieux-activite',
    'https://cartographie.societenumerique.gouv.fr/',
  ])
  expect(signaler).toContain('<code class="a-copier">Coop-numérique_1</code>')
  expect(text).toContain('Signaler une erreur')
})

test('a France services corrects its own row: no link at all', async () => {
  const { html } = await get('/lieux/france-services')
  const signaler = html.slice(html.indexOf('id="signaler"'), html.indexOf('<footer'))
  expect(signaler).toContain('plateforme France services')
  expect(hrefsIn(signaler, /./)).toEqual([])
})
