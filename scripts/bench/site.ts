import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type Site = { url: string; pid: number; stop: () => Promise<void> }
/** `core`: the only one that it may use. */
type How = { core?: number; env?: Record<string, string> }

/** `npm start`'s server on a free port, answering from the database at `path`. Throws what it says when it cannot. */
export function startSite(path: string, how: How = {}): Promise<Site> {
  const env = { NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATABASE_PATH: path, ...how.env }
  return startServer(['build/serve/serve.mjs'], { ...how, env })
}

/** A server that prints its URL. */
export async function startServer(script: string[], { core, env }: How): Promise<Site> {
  const command = [...(core === undefined ? [] : ['taskset', '-c', String(core)]), process.execPath, ...script]
  const server = spawn(command[0] as string, command.slice(1), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = (await firstLine(server)).replace('localhost', '127.0.0.1')
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return { url, pid: server.pid as number, stop }
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
