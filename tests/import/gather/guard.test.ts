import { isIPv6 } from 'node:net'
import { expect, test } from 'vitest'
import { guardRedirect, isPrivate } from '#scripts/import/gather/remote/guard.ts'

const of = (address: string) => ({ address, family: isIPv6(address) ? 6 : 4 })

test.each([
  ...['127.0.0.1', '10.1.2.3', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '192.0.0.1', '198.18.0.1', '255.255.255.255'],
  ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '100::1', '2001:db8::1', 'fec0::1', 'feff::1'],
  // An address of IPv4 inside one of IPv6.
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1'],
  ...['64:ff9b:1::1', '64:ff9b:1:ffff::7f00:1', '2002:7f00:1::', '2002:c0a8:101::1'],
])('%s is no address of the Internet', (address) => {
  expect(isPrivate(of(address))).toBe(true)
})

test.each([
  '193.252.0.1',
  '192.0.3.1',
  '203.0.114.1',
  '2001:660::1',
  '2a01:e0a::1',
  '2003::1',
  '64:ff9b:2::1',
  '::1:0:0:1',
])('%s is one', (address) => {
  expect(isPrivate(of(address))).toBe(false)
})

test('a redirect goes to no private address, were it one of several', () => {
  const mixed = [of('193.252.0.1'), of('127.0.0.1')]
  expect(() => guardRedirect(mixed, false)).toThrow('adresse privée')
  expect(() => guardRedirect(mixed, true)).not.toThrow()
})
