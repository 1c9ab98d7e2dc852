import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The binary of the newest Node of a major version, from the npm registry, kept in a folder. */
export function fetchNode(major, folder) {
  fetchPackage(`node@${major}`, folder)
  const found = [
    join(folder, 'node_modules', 'node', 'bin', 'node'),
    join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'),
  ].find((path) => existsSync(path))
  if (!found) throw new Error('the registry gave no binary for this machine')
  return found
}

export function fetchPackage(name, folder) {
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--silent', '--no-save', '--prefix', folder, name]
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}
