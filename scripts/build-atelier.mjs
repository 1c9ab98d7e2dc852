/** The last part of `npm run build`: the code of the threads that check files, beside the pages. */
import { compileInto } from './setup/compile.mjs'

await compileInto('app/atelier/ouvrier.ts', 'build/atelier')
