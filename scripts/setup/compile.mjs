import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { ROOT } from './hash.mjs'

/** Beside the packages, which the compiled code imports. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'compiled')
const DAY_MS = 86_400_000

/**
 * Compiles a script with all that it imports of the project, and returns its URL. A loader that compiles each module as
 * it is imported takes 46 MiB and half a second more. Throws what the system says when the folder of the packages cannot
 * be written.
 */
export async function compile(entry) {
  const outputFiles = await bundle(entry)
  const hash = createHash('sha256')
  for (const { path, contents } of outputFiles) hash.update(path).update(contents)
  const folder = join(CACHE, hash.digest('hex').slice(0, 16))
  if (!existsSync(folder)) put(folder, outputFiles)
  return pathToFileURL(join(folder, basename(entry).replace(/\.ts$/, '.mjs'))).href
}

/** The same, into a folder of the project. */
export async function compileInto(entry, folder) {
  const outputFiles = await bundle(entry)
  rmSync(join(ROOT, folder), { recursive: true, force: true })
  mkdirSync(join(ROOT, folder), { recursive: true })
  for (const { path, contents } of outputFiles) writeFileSync(join(ROOT, folder, basename(path)), contents)
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    outdir: CACHE,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
    plugins: [
      { name: 'urls-of-sources', setup: keepUrls },
      { name: 'raw-files', setup: readRaw },
    ],
  })
  // Its process is of no more use.
  await stop()
  return outputFiles
}

/** A module finds its files from where its source is. */
function keepUrls({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const url = JSON.stringify(pathToFileURL(path).href)
    return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url), loader: 'ts' }
  })
}

/** A file as a text, `file?raw`, as Vite gives it to the pages. */
function readRaw({ onResolve, onLoad }) {
  onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => {
    return { path: join(resolveDir, path.replace(/\?raw$/, '')), namespace: 'raw' }
  })
  onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }))
}

/** Whole or not at all: two imports may start at once. */
function put(folder, outputFiles) {
  mkdirSync(CACHE, { recursive: true })
  sweep()
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  // Another user may run what this one compiled.
  chmodSync(draft, 0o755)
  for (const { path, contents } of outputFiles) writeFileSync(join(draft, basename(path)), contents)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** What older sources gave; a running import has read its own. */
function sweep() {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true })
  }
}
