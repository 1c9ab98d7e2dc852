import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'
import { APART } from './scripts/setup/apart.mjs'

export default defineConfig(({ command }) => ({
  plugins: [remix(remixConfig)],
  // Drawn on the server only: it is met beside what the browser needs, and cannot be prepared for it.
  optimizeDeps: { exclude: ['@resvg/resvg-js'] },
  build: { target: 'es2020', assetsInlineLimit: 0 },
  // One file is read and compiled in half the time of the hundreds of its packages.
  ...(command === 'build' && { ssr: { noExternal: true, external: APART } }),
}))
