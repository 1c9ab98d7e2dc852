/**
 * The last part of `npm run build`: all that production runs beside the pages, as plain JavaScript. The server, the import
 * and the threads that check files need neither a compiler nor the packages of development.
 */
import { compileInto } from './setup/compile.mjs'

await compileInto('app/atelier/ouvrier.ts', 'build/atelier')
await compileInto('scripts/serve.ts', 'build/serve')
await compileInto('scripts/import.ts', 'build/import')
