import fc from 'fast-check'
import { expect, test } from 'vitest'
import { espaces, espacesDuDocument } from '#app/domain/texte/espaces.ts'

/** The no-break spaces in sight: "~" for the plain one, "'" for the narrow one. */
function vu(texte: string): string {
  return texte.replaceAll('\u00a0', '~').replaceAll('\u202f', "'")
}

test.each([
  ['Où sont-ils ?', "Où sont-ils'?"],
  ['Horaires : de 10 h 30 à 12 h ; fermé !', "Horaires~: de 10~h~30 à 12~h'; fermé'!"],
  ['« Mairie »', '«~Mairie~»'],
  ['à 250 m, à 4,2 km, 12 %, 50 000 €, 3 ans, 18 mois', "à 250~m, à 4,2~km, 12~%, 50'000~€, 3~ans, 18~mois"],
  ['de 4 000 à 1 200 000 postes, question n° 7671, n° 140', "de 4'000 à 1'200'000 postes, question n°~7671, n°~140"],
  ['SIRET 267 500 049 02888, 0 800 123 456, le 3 mai 2021, en 2021 200 postes, 12 rue des 3 ponts', null],
  ['12 mairies, 3 hôpitaux, 5 sites', '12 mairies, 3 hôpitaux, 5 sites'],
  ['http://example.org/?a=1;b', 'http://example.org/?a=1;b'],
  ['tout:attaché', 'tout:attaché'],
])('%s', (texte, attendu) => {
  expect(vu(espaces(texte))).toBe(attendu ?? texte)
})

test.each([
  ['<p>Site<!-- --> : <a href="/a?b=c : d">ici</a> ?</p>', `<p>Site~: <a href="/a?b=c : d">ici</a>'?</p>`],
  [
    '<button aria-label="Fermer : ici" data-nom="a : b">×</button>',
    '<button aria-label="Fermer~: ici" data-nom="a : b">×</button>',
  ],
  ['<title>Où ?</title><code>a : b</code><pre>« c »</pre>', `<title>Où'?</title><code>a : b</code><pre>« c »</pre>`],
  ['<script>a ? b : c</script><input value="a : b"/><textarea>a : b</textarea>', null],
])('of a document, its texts and what is read of its tags alone: %s', (html, attendu) => {
  expect(vu(espacesDuDocument(html))).toBe(attendu ?? html)
})

test('nothing but spaces changes, and twice is once', () => {
  const texte = fc.array(
    fc.constantFrom('a', '12', ' ', ':', '?', '«', '»', 'km', 'h', '30', '4', '500', 'n°', '<b>', '</b>', '%'),
  )
  fc.assert(
    fc.property(texte, (parts) => {
      const before = parts.join('')
      for (const write of [espaces, espacesDuDocument]) {
        expect(write(before).replace(/\s/g, ' ')).toBe(before)
        expect(write(write(before))).toBe(write(before))
      }
    }),
  )
})
