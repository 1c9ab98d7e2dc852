import { expect, test } from 'vitest'
import { hrefCourriel, hrefSms, messageDuLieu } from '#app/domain/lieu/partage.ts'

const LIEU = {
  nom: 'Médiathèque & fab-lab « L’Élan » 100 %',
  adresse: '2 place Bonnyaud',
  codePostal: '23000',
  communeNom: 'Guéret',
  telephone: '+33555412345',
  semaine: { plages: [{ debut: 540, fin: 720 }], feries: null, texte: null },
  dateMaj: '2026-05-04',
}
const MAINTENANT = new Date('2026-06-15T10:00:00Z')
const URL_LIEU = 'https://carte.example/lieux/gueret'

test('the message holds the name, the address, the phone, the hours and the page, a line each', () => {
  expect(messageDuLieu(LIEU, URL_LIEU, MAINTENANT).split('\n')).toEqual([
    'Médiathèque & fab-lab « L’Élan » 100 %',
    '2 place Bonnyaud, 23000 Guéret',
    'Téléphone : 05 55 41 23 45',
    'Horaires : lundi 9 h – 12 h',
    URL_LIEU,
  ])
})

test('what is not known takes no line', () => {
  const nu = { ...LIEU, adresse: null, codePostal: null, communeNom: null, telephone: null, semaine: null }
  expect(messageDuLieu(nu, URL_LIEU, MAINTENANT).split('\n')).toEqual([LIEU.nom, URL_LIEU])
})

test('old hours are sent as hours to check', () => {
  const message = messageDuLieu({ ...LIEU, dateMaj: '2024-01-31' }, URL_LIEU, MAINTENANT)
  expect(message).toContain('Horaires (à vérifier avant de venir) : lundi 9 h – 12 h')
})

test('rules that no week holds are sent in words, and a long text is cut', () => {
  const alternee = { plages: [], feries: null, texte: 'week 1-53/2 Mo 09:00-12:00' }
  expect(messageDuLieu({ ...LIEU, semaine: alternee }, URL_LIEU, MAINTENANT)).toContain(
    'Horaires : semaines impaires lundi 9 h – 12 h',
  )
  const longue = { plages: [], feries: null, texte: `"${'sur rendez-vous 😀 '.repeat(2000)}"` }
  const message = messageDuLieu({ ...LIEU, semaine: longue }, URL_LIEU, MAINTENANT)
  expect(message.length).toBeLessThan(500)
  expect(message).toContain('…')
  expect(message.endsWith(URL_LIEU)).toBe(true)
})

test('a body is read back from its link as it was written, with the line ends of mail', () => {
  const message = messageDuLieu(LIEU, URL_LIEU, MAINTENANT)
  const lu = (href: string) => new URL(href.replace('+', '%2B')).searchParams
  expect(lu(hrefSms(message)).get('body')).toBe(message.replaceAll('\n', '\r\n'))
  const courriel = hrefCourriel('Conseiller numérique : A & B ?', message)
  expect(lu(courriel).get('body')).toBe(message.replaceAll('\n', '\r\n'))
  expect(lu(courriel).get('subject')).toBe('Conseiller numérique : A & B ?')
  expect(courriel).not.toMatch(/[ +\n]/)
})

test('half an emoji breaks no link', () => {
  expect(hrefSms(`a${'😀'.slice(0, 1)}b`)).toBe('sms:?body=ab')
})
