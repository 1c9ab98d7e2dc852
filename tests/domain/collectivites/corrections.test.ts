import { expect, test } from 'vitest'
import { CORRECTIONS, correctionsDe, sourcesDeId } from '#app/domain/collectivites/corrections.ts'

const COOP = 'https://coop-numerique.anct.gouv.fr/coop/lieux-activite'
const CARTOGRAPHIE = 'https://cartographie.societenumerique.gouv.fr/'

test.each<[string | null, string | null]>([
  ['Coop numérique', COOP],
  ['coop-numerique', COOP],
  ['Conseiller Numerique', COOP],
  ['conseiller-numerique', COOP],
  ['dora', 'https://dora.inclusion.beta.gouv.fr/auth/connexion?next=%2F'],
  ['France Services', null],
  ['France services', null],
  ['france-travail', null],
  ['fredo', null],
  ['Département de la Charente-Maritime', 'https://publiclic.geoplateforme17.fr/index.php/accueil/se-connecter-in'],
  ['Francil-in', 'https://form.typeform.com/to/qTKCmDOf'],
  ['Hinaura', 'https://carto.hinaura.fr/?CommentModif'],
  ['Mednum BFC', 'https://www.mednum-bfc.fr/maj-lieu/'],
  ['RhinOcc', 'https://rhinocc.fr/recensement/'],
  ['Res-in', 'https://resin.grandlyon.com/connexion'],
  ['Siilab', null],
  ['Les Landes', 'https://www.pin40.fr/le-reseau/la-carte-des-acteurs-du-reseau'],
  ['Loire Atlantique', null],
  ['Paca', null],
  ['Vendée', null],
  ['Paris', null],
  ['Mulhouse', null],
  ['Grand Paris Sud', null],
  ['Hérault', CARTOGRAPHIE],
  ['Meuse', CARTOGRAPHIE],
  ['Vosges', CARTOGRAPHIE],
  ['Numi', CARTOGRAPHIE],
  ['Aidants Connect', CARTOGRAPHIE],
  ['Haute-Vienne', CARTOGRAPHIE],
  ['Hub-Bretagne', CARTOGRAPHIE],
  ['Le-Havre', CARTOGRAPHIE],
  ['soliguide', CARTOGRAPHIE],
  ['Hubik', CARTOGRAPHIE],
  ['Une source nouvelle', COOP],
  ['', COOP],
  [null, COOP],
])('a row of source %j is mended at %s', (source, lien) => {
  expect(correctionsDe(source, []).map((correction) => correction.lien)).toEqual([lien])
})

test.each<[string, string[]]>([
  ['Coop-numérique_47c981c7-5054__dora_leyr-808', ['Coop numérique', 'dora']],
  ['Coop-numérique_47c981c7-5054', ['Coop numérique']],
  ['Mednum-BFC_12__Nouveau-hub_a_b', ['Mednum BFC', 'Nouveau hub']],
  ['62592a1d05457b0790816e6c', []],
  ['structure_1', []],
  ['__', []],
  ['_12__dora_7', ['dora']],
  ['', []],
])('the published id %j names the sources %j', (id, sources) => {
  expect(sourcesDeId(id)).toEqual(sources)
})

test.each<[string | null, (string | null)[], (string | null)[]]>([
  ['Coop numérique', ['Coop-numérique_1__dora_2'], ['Coop numérique', 'DORA']],
  ['dora', ['Coop-numerique_1__DORA_2'], ['DORA', 'Coop numérique']],
  ['France Services', ['Coop-numérique_1__France-Services_2'], ['France Services', 'Coop numérique']],
  [null, ['Hinaura_12', null], ['Hinaura']],
  ['conseiller-numerique', ['62592a1d05457b0790816e6c', '627e030ead1bdb06edc4a881'], ['Coop numérique']],
  ['Coop numérique', ['Coop-numérique_1', 'dora_2'], ['Coop numérique', 'DORA']],
])('a row of source %j and ids %j is mended by %j, each once', (source, ids, sources) => {
  expect(correctionsDe(source, ids).map((correction) => correction.source)).toEqual(sources)
})

test('every link is https and has a title, every line a sentence, and France Services no address at all', () => {
  for (const { lien, titre, phrase } of CORRECTIONS) {
    expect(phrase).toMatch(/\.$/)
    expect(titre === null).toBe(lien === null)
    if (lien !== null) expect(new URL(lien).protocol).toBe('https:')
  }
  expect(JSON.stringify(correctionsDe('France Services', ['France-Services_3']))).not.toContain('http')
})
