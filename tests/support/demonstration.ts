import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { importInto, serve } from './served.ts'

/** The demonstration imported and served once for all the browser files, and the folder where browsers put their own. */
export type Demonstration = { path: string; url: string; temporary: string }

declare module 'vitest' {
  export interface ProvidedContext {
    demonstration: Demonstration
  }
}

export async function setup({ provide }: TestProject): Promise<() => void> {
  const temporary = mkdtempSync(join(tmpdir(), 'conum-browsers-'))
  const { path, remove } = importInto(['--demo'])
  const server = await serve(path)
  provide('demonstration', { path, url: server.url, temporary })
  return () => {
    server.stop()
    remove()
    // A browser whose process was just stopped may still be writing.
    rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
