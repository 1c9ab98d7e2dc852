import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ask } from './ask.ts'

const PASSES = 3
const GAP_MS = 15_000
const BR = { 'Accept-Encoding': 'br' }

/** The addresses asked three times within a minute of an nginx that only does what the site's own headers say. */
export async function benchProxy(site: string, folder: string, shared: string[], own: string[]): Promise<void> {
  const port = await freePort()
  const nginx = await startNginx(site, port, join(folder, 'nginx'))
  const origin = `http://127.0.0.1:${port}`
  const said = { asked: 0, hits: 0, ownHits: 0, late: 0 }
  try {
    for (let pass = 0; pass < PASSES; pass += 1) {
      const start = Date.now()
      for (const url of [...shared, ...own]) await count(url, pass)
      if (pass < PASSES - 1) await new Promise((resolve) => setTimeout(resolve, GAP_MS - (Date.now() - start)))
    }
  } finally {
    nginx.kill('SIGQUIT')
    await once(nginx, 'exit')
  }
  console.log(
    `  nginx in front, ${shared.length} addresses, ${PASSES} passes: ${percent(said.hits, said.asked)} of those asked again`,
  )
  console.log(
    `  positions and typed texts that it kept: ${said.ownHits}; answers that the site would not give any more: ${said.late}`,
  )

  async function count(url: string, pass: number): Promise<void> {
    const { headers } = await ask(origin + url, BR)
    const hit = headers['x-cache'] === 'HIT'
    if (own.includes(url)) {
      if (hit) said.ownHits += 1
      return
    }
    if (pass === 0) return
    said.asked += 1
    if (!hit) return
    said.hits += 1
    // The validator changes at the instant at which the answer stops being true.
    const now = await ask(site + url, BR)
    if (now.headers.etag !== headers.etag) said.late += 1
  }
}

async function startNginx(site: string, port: number, folder: string): Promise<ChildProcess> {
  mkdirSync(folder)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off; ${temporary.join(' ')}
  proxy_cache_path ${folder}/cache keys_zone=site:10m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${site}; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_cache site; proxy_cache_revalidate on; proxy_cache_lock on;
      add_header X-Cache $upstream_cache_status always;
    }
  }
}
`,
  )
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' })
  for (let tries = 0; tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (await ask(`http://127.0.0.1:${port}/sante`).catch(() => null)) return nginx
  }
  throw new Error(`nginx did not start: ${folder}/error.log`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} % hits (${part} of ${whole})`
}
