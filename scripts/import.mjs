// The import, compiled before it starts. Where the folder of the packages cannot be written, tsx compiles it as it goes.
import { compile } from './setup/compile.mjs'

const compiled = await compile('scripts/import.ts').catch(() => null)
if (compiled === null) (await import('tsx/esm/api')).register()
await import(compiled ?? './import.ts')
