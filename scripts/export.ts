/**
 * `npm run export -- DIR`: the whole site as a folder that any static host serves. It asks the built server, which it starts
 * for itself, and says what no longer leads anywhere. Settings: DATABASE_PATH, PUBLIC_URL and those of the legal page.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { readConfig } from '#scripts/serve/config.ts'
import { admitterOf, type Choix, seedsOf } from './export/contenu.ts'
import { exportSite } from './export/export-site.ts'

const SERVER = fileURLToPath(new URL('../build/serve/serve.mjs', import.meta.url))

const USAGE = `npm run export -- DOSSIER
  --communes            les 35 000 pages des communes aussi
  --departement CODE    ce département seulement ; à répéter pour plusieurs
PUBLIC_URL est l’adresse où le dossier sera servi.`

async function main(args: string[]): Promise<number> {
  const { out, ...choix } = readOptions(args)
  const { databasePath, publicUrl } = readConfig(process.env)
  if (!existsSync(SERVER)) throw new Error('Le site n’est pas construit : lancez « npm run build ».')
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Error(`${out} n’est pas vide : donnez un dossier neuf, pour qu’il n’y reste rien d’une autre copie.`)
  const db = openReadOnly(databasePath)
  const server = spawn(process.execPath, [SERVER], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: publicUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const origin = await addressOf(server)
    const ask = (path: string) => fetch(origin + path, { redirect: 'manual' })
    const today = aujourdhui()
    const what = { seeds: seedsOf(db, today, choix), admits: admitterOf(db, choix) }
    const { files, broken } = await exportSite({ ask, out, ...what, publicUrl, today })
    console.log(`${files} fichiers dans ${out}.`)
    for (const { path, from, status } of broken)
      console.error(`${path} répond ${status} (lien de ${from || 'l’export'}).`)
    return broken.length > 0 ? 1 : 0
  } finally {
    server.kill()
    db.$client.close()
  }
}

function readOptions(args: string[]): Choix & { out: string } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { communes: { type: 'boolean' }, departement: { type: 'string', multiple: true } },
  })
  const [out, ...others] = positionals
  if (out === undefined || others.length > 0) throw new Error(USAGE)
  return {
    out,
    communes: values.communes ?? false,
    departements: values.departement ? new Set(values.departement) : null,
  }
}

/** The first words of the server are its address. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (bytes: Buffer) => {
      const [, port] = String(bytes).match(/^http:\/\/localhost:(\d+)/) ?? []
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    server.once('exit', () => reject(new Error('Le site ne démarre pas : voyez la phrase au-dessus.')))
  })
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  return 2
})
