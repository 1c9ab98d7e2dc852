import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { createDatabase } from '#db/connect.server.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import { communesTapees, type Mesure, measureFamilles, measureFautes } from '#scripts/typed/measure.ts'

/** How many lost texts are shown for each family. */
const SHOWN = 10
const GRAINE = 16

/** Of texts with one fault: a commune of that name is first in this share, the commune is held in this one. */
const PREMIERE = 0.94
const TENUE = 0.99

const db = createDatabase()
db.$client.exec('BEGIN')
writeTerritoire(db, await loadReferentiel({}))
db.$client.exec('COMMIT')
const communes = communesTapees(db)
console.log(`${communes.length} communes, each typed in ten ways`)
const familles = measureFamilles(db, communes)
for (const mesure of familles) say(mesure)
const fautes = measureFautes(db, communes, GRAINE)
for (const mesure of fautes) say(mesure)
const sum = (read: (mesure: Mesure) => number) => fautes.reduce((total, one) => total + read(one), 0)
const [first, held] = [
  sum((one) => one.first) / sum((one) => one.texts),
  sum((one) => one.held) / sum((one) => one.texts),
]
console.log(`one fault: first in ${percent(first)}, held in ${percent(held)}`)
if (familles.some(({ lost }) => lost.length > 0) || first < PREMIERE || held < TENUE) process.exitCode = 1

function say({ famille, texts, first, held, lost, medianMs }: Mesure) {
  const figures = `first ${percent(first / texts)}, held ${percent(held / texts)} (${lost.length} lost), median ${Math.round(medianMs * 1000)} µs`
  console.log(`${famille.padEnd(34)} ${texts} texts: ${figures}`)
  if (lost.length > 0) console.log(`  ${lost.slice(0, SHOWN).join('\n  ')}`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
