import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeAdressePostale } from '#app/lecture/normalise/adresse-postale.ts'

describe('an address, as it is asked of a geocoder', () => {
  test.each([
    ['4 AV DE SAINT MENET', '4 avenue DE SAINT MENET'],
    ['12 Bd. Gambetta', '12 boulevard Gambetta'],
    ['12 bis bld Gambetta', '12 bis boulevard Gambetta'],
    ['3 RTE DE LYON', '3 route DE LYON'],
    ['8 pl de la Mairie', '8 place de la Mairie'],
    ['2 chem. des Dames', '2 chemin des Dames'],
    ['5 IMP DES LILAS', '5 impasse DES LILAS'],
    // After a number only: these are other words too.
    ['12 R DES CAPUCINS', '12 rue DES CAPUCINS'],
    ['12 b r des Capucins', '12 b rue des Capucins'],
    ['7 all des Tilleuls', '7 allée des Tilleuls'],
    ['rue du Lot', 'rue du Lot'],
    ['CH de Guéret', 'CH de Guéret'],
    ['3 rue Jean R Martin', '3 rue Jean R Martin'],
    ['1 rue du Bd-Vert', '1 rue du Bd-Vert'],
    // The post's own, which stands on no map.
    ['10 rue de Laon BP 12', '10 rue de Laon'],
    ['10 rue de Laon - B.P. n° 12 345', '10 rue de Laon'],
    ['CS 40001, 10 rue de Laon', '10 rue de Laon'],
    ['10 rue de Laon TSA 12345', '10 rue de Laon'],
    ['10 rue de Laon CEDEX 9', '10 rue de Laon'],
    ['BP 12, 10 rue de Laon', '10 rue de Laon'],
    ['709 BD ALSACE LORRAINE BP:108', '709 boulevard ALSACE LORRAINE'],
    ['10 RUE CHATEAU 90010BELFORT CEDEX', '10 RUE CHATEAU'],
    ['10 rue des BPM', '10 rue des BPM'],
    ['12 rue du CSTB', '12 rue du CSTB'],
    ['10 rue de Laon, 2° étage', '10 rue de Laon 2 étage'],
    ['n°10 rue de l’Église', '10 rue de l’Église'],
    ['« Le Patio » ; 5-9 rue des Papetiers', 'Le Patio 5-9 rue des Papetiers'],
    ['  - 3, rue "A"\n  ', '3 rue A'],
    ['allée Jean-Jaurès', 'allée Jean-Jaurès'],
  ])('%s → %s', (text, expected) => {
    expect(writeAdressePostale(text)).toBe(expected)
  })

  test.each(['', '-', '0', '12', 'BP 12', 'CS 40001 CEDEX', '…'])('nothing is asked of "%s"', (text) => {
    expect(writeAdressePostale(text)).toBeNull()
  })

  test('is never what the service would skip, nor what a CSV would have to quote', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('12', ' BP 12', ' av ', 'R', ';', '"', '\n', ' CEDEX', 'é', 'rue ', "'", '-', ' '.repeat(50)),
    )
    const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (given) => {
        const asked = writeAdressePostale(given)
        if (asked === null) return
        expect(asked.length).toBeGreaterThanOrEqual(3)
        expect(asked.length).toBeLessThanOrEqual(200)
        expect(asked).toMatch(/^[\p{L}\p{N}][^;,"\n\r]*$/u)
      }),
      { numRuns: 500 },
    )
  })
})
