import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type Site = { url: string; stop: () => Promise<void> }

/** `npm start`'s server on a free port, answering from the database at `path`. Throws what it says when it cannot. */
export async function startSite(path: string): Promise<Site> {
  const server = spawn(process.execPath, ['build/serve/serve.mjs'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATABASE_PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = (await firstLine(server)).replace('localhost', '127.0.0.1')
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return { url, stop }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = ''
    server.stderr?.on('data', (bytes: Buffer) => {
      complaint += bytes
    })
    server.stdout?.once('data', (bytes: Buffer) => resolve(String(bytes).split('\n')[0] ?? ''))
    server.once('exit', (code) => reject(new Error(complaint.trim() || `The server stopped with ${code}`)))
  })
}
