import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { APART } from './apart.mjs'
import { ROOT } from './hash.mjs'

/** What a server that shows pages as they are written is made of: production meets the names, and never loads them. */
const DEVELOPMENT = ['esbuild', 'vite']

/** Packages written for CommonJS ask for Node's own parts by it. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`

/**
 * Compiles a script with all that it imports of the project into a folder of it, which may then stand elsewhere: it finds
 * its files from where it is. What is there already is left as it is: a server may be reading it. `packages`: those that it
 * imports too, which makes it start sooner, and holds some 25 MB more.
 */
export async function compileInto(entry, folder, { packages = false } = {}) {
  mkdirSync(join(ROOT, folder), { recursive: true })
  for (const { path, contents } of await bundle(entry, folder, packages)) {
    const target = join(ROOT, folder, basename(path))
    if (!existsSync(target) || !readFileSync(target).equals(contents)) writeFileSync(target, contents)
  }
}

async function bundle(entry, folder, packages) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    outdir: join(ROOT, folder),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    ...(packages ? { external: [...APART, ...DEVELOPMENT], banner: { js: REQUIRE } } : { packages: 'external' }),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
    plugins: [
      { name: 'urls-of-sources', setup: keepUrls('../'.repeat(folder.split('/').length)) },
      { name: 'raw-files', setup: readRaw },
    ],
  })
  return outputFiles
}

/** A module finds its files from where its source is. `up`: from the folder of what is written to that of the project. */
function keepUrls(up) {
  return ({ onLoad }) => {
    onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
      if (!path.startsWith(ROOT) || path.includes('node_modules')) return
      const source = JSON.stringify(up + relative(ROOT, path).replaceAll('\\', '/'))
      const url = `new URL(${source}, import.meta.url).href`
      return {
        contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }
    })
  }
}

/** A file as a text, `file?raw`, as Vite gives it to the pages. */
function readRaw({ onResolve, onLoad }) {
  onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => {
    return { path: join(resolveDir, path.replace(/\?raw$/, '')), namespace: 'raw' }
  })
  onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }))
}
