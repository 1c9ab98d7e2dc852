import { defineConfig } from 'vitest/config'

// Without the Remix plugin: tests import modules as they are, and routes as plain functions.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    reporters: ['default', './tests/support/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two at a time: each import and each browser takes a core.
    maxWorkers: 2,
  },
})
