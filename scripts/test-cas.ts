/** `npm run test:cas`: what each file of `tests/fixtures/cas` gives beside what it must, as a table. 1 when one differs. */
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { CAS, seeCas } from '#tests/verification/cas.ts'

const { territoire } = await loadReferentiel({})
let wrong = 0
console.log('| cas | doit donner | |\n| --- | --- | --- |')
for (const cas of Object.keys(CAS)) {
  const { doit, vu, est } = await seeCas(cas, { territoire, today: '2026-11-29' })
  const [seen, wanted] = [JSON.stringify(vu), JSON.stringify(est)]
  if (seen === wanted) console.log(`| ${cas} | ${doit} | oui |`)
  else {
    wrong += 1
    console.log(`| ${cas} | ${doit} | NON : ${seen}, attendu ${wanted} |`)
  }
}
console.log(`${Object.keys(CAS).length} cas, ${wrong} faux`)
process.exitCode = wrong > 0 ? 1 : 0
