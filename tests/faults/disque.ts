import { spawnSync } from 'node:child_process'

const LINUX = process.platform === 'linux'

/** A shell that limits the size of any file that the command writes, in kB: what does not fit is refused, without root. */
export function limitedTo(kB: number): string[] {
  return ['bash', '-c', `ulimit -f ${kB}; exec "$@"`, 'bash']
}

/**
 * A shell that runs the command on a disk of `kB` put over `folder`, which holds first what `folder` held; what it
 * holds at the end is copied to `after`, since the disk goes with the shell.
 */
export function onDiskOf(kB: number, folder: string, after: string): string[] {
  const script = `set -e
    cp -a "${folder}" "${after}.before"
    mount -t tmpfs -o size=${kB}k tmpfs "${folder}"
    cp -a "${after}.before/." "${folder}"
    set +e
    "$@"
    code=$?
    cp -a "${folder}" "${after}"
    exit $code`
  return ['unshare', '--mount', '--map-root-user', 'bash', '-c', script, 'bash']
}

/** The same, on a disk that is turned read-only once filled. */
export function onReadOnlyDisk(folder: string): string[] {
  const script = `set -e
    mount --bind "${folder}" "${folder}"
    mount -o remount,bind,ro "${folder}"
    exec "$@"`
  return ['unshare', '--mount', '--map-root-user', 'bash', '-c', script, 'bash']
}

export const HAS_LIMITS = process.platform !== 'win32' && spawnSync('bash', ['-c', 'ulimit -f 1']).status === 0

/** A system may forbid a process to mount anything, even for itself alone. */
export const HAS_MOUNTS =
  LINUX && spawnSync('unshare', ['--mount', '--map-root-user', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

export const NO_LIMITS = HAS_LIMITS ? '' : ' (skipped: no bash with ulimit here)'
export const NO_MOUNTS = HAS_MOUNTS ? '' : ' (skipped: this system lets no disk be mounted)'
