import { spawnSync } from 'node:child_process'

/** What a bare Debian is made, booted, given the network and a certificate with, and images; each by the package that has it. */
const TOOLS = {
  debootstrap: 'debootstrap',
  'systemd-nspawn': 'systemd-container',
  nsenter: 'util-linux',
  slirp4netns: 'slirp4netns',
  pebble: 'pebble',
  openssl: 'openssl',
  buildah: 'buildah',
}

const missing = () => Object.keys(TOOLS).filter((tool) => spawnSync('which', [tool]).status !== 0)

/** Why no Debian can be booted here, or null; installs what is missing where Debian's packages are. */
export function whyNoBareDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root'
  if (missing().length > 0 && spawnSync('which', ['apt-get']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const packages = missing().map((tool) => TOOLS[tool])
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit', env })
  }
  return missing().length > 0 ? `${missing().join(', ')} not found` : null
}
