/**
 * `npm run docs -- FILES`: writes docs/import.md and docs/verification.md from the tables of the code, with how often
 * each file given breaks the rules of the checker, and docs/rapprochement.md from an import of them. Without files, only
 * the first: the counts of the others would go.
 */
import { writeFileSync } from 'node:fs'
import { writeImport } from './docs/import.ts'
import { countMatched, writeRapprochement } from './docs/rapprochement.ts'
import { countRules, JOUR_DES_COMPTES, writeRegles } from './docs/verification.ts'

const files = process.argv.slice(2)
writeFileSync('docs/import.md', writeImport())
if (files.length > 0) {
  writeFileSync('docs/verification.md', writeRegles(await countRules(files)))
  writeFileSync('docs/rapprochement.md', writeRapprochement(await countMatched(files, JOUR_DES_COMPTES)))
}
