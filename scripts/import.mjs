// The import, compiled before it starts; where the folder of the packages cannot be written, as `npm run build` compiled it.
import { compile } from './setup/compile.mjs'

await import(await compile('scripts/import.ts').catch(() => '../build/import/import.mjs'))
