import { defineConfig } from 'vitest/config'

// Without the Remix plugin: tests import modules as they are, and routes as plain functions.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: { include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 60_000 },
})
