/**
 * `npm run docs -- FILES`: writes docs/import.md and docs/verification.md from the tables of the code, with how often
 * each file given breaks the rules of the checker. Without files, docs/verification.md is left as it is: its counts
 * would go.
 */
import { writeFileSync } from 'node:fs'
import { writeImport } from './docs/import.ts'
import { compter, writeRegles } from './docs/verification.ts'

const files = process.argv.slice(2)
writeFileSync('docs/import.md', writeImport())
if (files.length > 0) writeFileSync('docs/verification.md', writeRegles(await compter(files)))
