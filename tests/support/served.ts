import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The import as production runs it, from the project's folder: compiled as the tests start (vitest.config.ts). */
export const IMPORT = 'build/import/import.mjs'

/** The database that the import publishes from `files`, in a folder of its own. */
export function importInto(files: string[]): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'conum-site-'))
  const path = join(folder, 'annuaire.sqlite')
  execFileSync(process.execPath, [IMPORT, ...files, '--out', path, '--json'], {
    cwd: ROOT,
    stdio: 'pipe',
  })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** `npm start`'s server of a database on a free port. */
export async function serve(path: string, geocoderUrl = ''): Promise<{ url: string; stop: () => void }> {
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_PATH: path,
    GEOCODER_URL: geocoderUrl,
    NODE_ENV: 'production' as const,
  }
  const server = spawn(process.execPath, ['build/serve/serve.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = (await firstLine(server)).replace('localhost', '127.0.0.1')
  return { url, stop: () => server.kill('SIGTERM') }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', (bytes: Buffer) => resolve(String(bytes).trim().split('\n')[0] ?? ''))
    server.once('exit', (code) =>
      reject(new Error(`The server stopped with ${code}: is the site built (npm run build)?`)),
    )
  })
}
