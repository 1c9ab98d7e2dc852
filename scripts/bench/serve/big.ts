import { readFileSync } from 'node:fs'
import { ms, spreadOf, table } from '../measure.ts'
import { startSite } from '../site.ts'
import { answersUntil } from '../verifications.ts'
import { ask } from './ask.ts'

const BIG = [
  '/api/v1/lieux.geojson',
  '/api/v1/lieux.csv',
  '/sitemap.xml',
  '/donnees/communes.csv',
  '/donnees/communes.xlsx',
]

/** How long `/sante` waits while what is long is made for the first time, and the memory that it takes. */
export async function benchBig(path: string): Promise<void> {
  const rows = [['', 'bytes', 'after', '/sante at worst (median)', 'memory']]
  for (const big of BIG) {
    const site = await startSite(path, { env: { MEMORY_MIB: '0' } })
    try {
      // What a first page prepares is not of this measure.
      for (const page of ['/', big]) await ask(site.url + page, { 'Accept-Encoding': 'br' })
      const before = residentMiB(site.pid)
      let highest = before
      const answer = ask(site.url + big, { 'Accept-Encoding': 'br' })
      const sampling = setInterval(() => {
        highest = Math.max(highest, residentMiB(site.pid))
      }, 10)
      const { max, median } = spreadOf(await answersUntil(site.url, answer))
      clearInterval(sampling)
      const { status, body, ms: after } = await answer
      if (status !== 200) throw new Error(`${big} answered ${status}`)
      const rise = `+ ${Math.round(highest - before)} MiB`
      rows.push([big, String(body.length), ms(after), `${ms(max)} (${ms(median)})`, rise])
    } finally {
      await site.stop()
    }
  }
  console.log(table(rows))
}

function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
