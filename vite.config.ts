import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Drawn on the server only: it is met beside what the browser needs, and cannot be prepared for it.
  optimizeDeps: { exclude: ['@resvg/resvg-js'] },
  build: { target: 'es2020', assetsInlineLimit: 0 },
})
