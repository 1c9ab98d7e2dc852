import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { adresseOf } from '#scripts/serve/adresse.ts'

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  // Whoever is not a proxy of ours says what he wants.
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:10.0.0.3', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', undefined, null],
  ['', undefined, null],
  // One home has a whole network of IPv6.
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
  ['::1', '2001:db8:1:2::9', '2001:db8:1:2'],
])('%s that forwards %s is %s', (remoteAddress, forwarded, expected) => {
  const request = { socket: { remoteAddress }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }
  expect(adresseOf(request as unknown as IncomingMessage)).toBe(expected)
})
