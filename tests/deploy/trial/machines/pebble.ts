import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { done } from './machine.ts'

/** The authority that certbot asks, and where it gives the certificate that signs those of the sites. */
export const DIRECTORY = 'https://localhost:14000/dir'
export const ROOTS = 'https://localhost:15000/roots/0'

/** The certificates of an authority for trials, of which a machine must know the first; gives their folder. */
export async function makeAuthority(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
  const options = { cwd: folder }
  await done('openssl', ['req', '-x509', ...key, '-subj', '/CN=trial', '-keyout', 'ca.key', '-out', 'ca.crt'], options)
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-keyout', 'localhost.key', '-out', 'localhost.crt']
  await done('openssl', ['req', '-x509', ...key, ...names, '-addext', 'basicConstraints=CA:FALSE', ...signed], options)
  return folder
}

/** The commands that start it: the authority, and the name server that leads every name to the machine itself. */
export function authorityCommands(folder: string): string[][] {
  const conf = join(folder, 'pebble.json')
  const pebble = {
    listenAddress: '127.0.0.1:14000',
    managementListenAddress: '127.0.0.1:15000',
    certificate: join(folder, 'localhost.crt'),
    privateKey: join(folder, 'localhost.key'),
    httpPort: 80,
    tlsPort: 443,
    ocspResponderURL: '',
    externalAccountBindingRequired: false,
  }
  writeFileSync(conf, JSON.stringify({ pebble }))
  const none = ['-http01', '-https01', '-tlsalpn01'].flatMap((option) => [option, ''])
  const names = ['-dns01', '127.0.0.1:8053', '-management', '127.0.0.1:8055']
  return [
    ['pebble-challtestsrv', ...names, '-defaultIPv4', '127.0.0.1', '-defaultIPv6', '', ...none],
    ['env', 'PEBBLE_VA_NOSLEEP=1', 'pebble', '-config', conf, '-dnsserver', '127.0.0.1:8053'],
  ]
}
