/** What production runs beside the pages: by name, where each begins. */
export const PARTS = {
  atelier: 'app/atelier/ouvrier.ts',
  serve: 'scripts/serve.ts',
  import: 'scripts/import.ts',
  check: 'scripts/check.ts',
  export: 'scripts/export.ts',
}

/** The one that somebody waits for: with its packages. */
export const SERVER = 'serve'

/** All that they are made of. */
export const CODE = [
  ...['app', 'db', 'package-lock.json', 'scripts/setup/compile.mjs', 'scripts/setup/apart.mjs'],
  ...['scripts/serve', 'scripts/serve.ts', 'scripts/import', 'scripts/import.ts'],
  ...['scripts/check', 'scripts/check.ts'],
  ...['scripts/export', 'scripts/export.ts'],
]

/** Which code was compiled last. */
export const STAMP = 'build/code'
