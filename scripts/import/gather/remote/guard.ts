import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'
import { Unfetched } from './unfetched.ts'

export type Address = { address: string; family: number }

/**
 * Networks that are not the Internet: this machine, its neighbours, links, multicast, documentation, reserved; and those
 * whose addresses hold one of IPv4 (NAT64, 6to4, `::a.b.c.d`), which would lead to any of the others.
 */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix)
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6')

export function isPrivate({ address, family }: Address): boolean {
  return PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Reads an address given or sent by a redirect: http or https, nothing else. */
export function readAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  if (!url) throw new Unfetched('adresse illisible', 'final')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Unfetched(`adresse « ${url.protocol} » refusée, il faut http ou https`, 'final')
  return url
}

/** The numeric addresses of a host: what is checked here is what is connected to, a name cannot change between. */
export async function resolveHost(url: URL): Promise<Address[]> {
  return lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
}

/**
 * A redirect must not make us read what only this machine or its network can. `fromPrivate`: every address of the host
 * that was asked for is itself private, so the person who gave it means such a network.
 */
export function guardRedirect(addresses: Address[], fromPrivate: boolean): void {
  if (!fromPrivate && addresses.some(isPrivate))
    throw new Unfetched('redirection vers une adresse privée, refusée', 'final')
}
