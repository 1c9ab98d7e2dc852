import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/** Where a proxy of ours may stand: this machine and its networks. */
const PROXIES = new BlockList()
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PROXIES.addSubnet(network, prefix)
PROXIES.addAddress('::1', 'ipv6')
PROXIES.addSubnet('fc00::', 7, 'ipv6')

/**
 * Who sends a request, so that nobody takes everybody's part; null when it cannot be told. Behind a proxy, what the proxy
 * itself wrote last; what the sender wrote before it is not believed. Of IPv6, the network that one home has. It is never
 * written anywhere.
 */
export function adresseOf({ socket, headers }: IncomingMessage): string | null {
  const peer = plain(socket.remoteAddress ?? '')
  if (peer === '') return null
  if (!PROXIES.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4')) return homeOf(peer)
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last ? homeOf(plain(last.slice(0, 60))) : null
}

/** `::ffff:192.0.2.1` is 192.0.2.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function homeOf(address: string): string {
  return isIPv6(address)
    ? new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split(':').slice(0, 4).join(':')
    : address
}
