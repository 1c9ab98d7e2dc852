import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export const hasNginx = spawnSync('nginx', ['-v']).status === 0

/** `deploy/nginx.conf` as it is, but for the ports and the folders of this machine; gives the path of a whole configuration. */
export function writeConf(folder: string, listen: number, replicas: [number, number]): string {
  let site = readFileSync('deploy/nginx.conf', 'utf8')
  const changes: [RegExp, string][] = [
    [/^ *listen \[::\]:80;\n/m, ''],
    [/listen 80;/, `listen 127.0.0.1:${listen};`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${replicas[0]}`],
    [/127\.0\.0\.1:3001/, `127.0.0.1:${replicas[1]}`],
    [/\/var\/lib\/nginx/g, folder],
    [/\/var\/log\/nginx/g, folder],
  ]
  for (const [written, here] of changes) {
    if (!written.test(site)) throw new Error(`deploy/nginx.conf no longer has ${written}`)
    site = site.replace(written, here)
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  )
  const user = process.getuid?.() === 0 ? 'user root;\n' : ''
  const path = `${folder}/nginx.conf`
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path,
    `${user}daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr emerg;\nevents {}\nhttp {\n${temporary.join('\n')}\n${site}\n}\n`,
  )
  return path
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** nginx itself, in the foreground, once it takes connections. */
export async function startNginx(conf: string, port: number): Promise<ChildProcess> {
  const nginx = spawn('nginx', ['-c', conf], { stdio: 'inherit' })
  await answers(`http://127.0.0.1:${port}/sante`)
  return nginx
}

/** Waits until an address answers, whatever it says. */
export async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await fetch(url).catch(() => null)) return
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}
