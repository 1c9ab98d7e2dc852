import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ms, spreadOf, table } from './measure.ts'
import { startSite } from './site.ts'

const BUILT = fileURLToPath(new URL('../../build/atelier/ouvrier.mjs', import.meta.url))
const HEADER = 'id,nom,commune,code_postal,adresse,horaires,date_maj,services\n'
const rows = (count: number, row: (rang: number) => string) =>
  HEADER + Array.from({ length: count }, (_, i) => row(i)).join('')

/** What the site has to hold beside its pages: a sound file of five megabytes, and four that are made to take long. */
const FILES: Record<string, () => string> = {
  'sound, 5 MB': () =>
    rows(
      27_500,
      (i) => `${i},Lieu ${i},Guéret,23000,"${i} rue du Lac${' bis'.repeat(25)}",Mo-Fr 09:00-12:00,2026-01-01,\n`,
    ),
  'hours of 480 characters': () =>
    rows(9_000, (i) => `${i},Lieu ${i},Guéret,23000,${i} rue,"${hoursOf(i)}",2026-01-01,\n`),
  'one name and commune': () => rows(49_000, (i) => `${i},L,Guéret,23000,r ${i},,,\n`),
  'quotes that close nothing': () => HEADER + `"${'a"'.repeat(13_000)}${' '.repeat(25_000)},b\n`.repeat(90),
  'lines of one quote': () => HEADER + '"\n'.repeat(2_400_000),
}

function hoursOf(rang: number): string {
  const rules = Array.from({ length: 16 }, (_, j) => {
    return `Jan ${1 + ((rang + j) % 28)}-Mar ${1 + (j % 27)} Mo[1] 09:${10 + j}-1${j % 10}:${10 + (rang % 50)}`
  })
  return rules
    .join('; ')
    .slice(0, 480)
    .replace(/;[^;]*$/, '')
}

/** How long `/sante` takes to answer while five files are being checked by the built site on the database at `path`. */
export async function benchVerifications(path: string): Promise<void> {
  console.log('\n/sante while five files are being checked (aim: median 100 ms, 500 ms at worst)')
  if (!existsSync(BUILT)) return console.log('  not measured: the site is not built; run npm run build')
  const files = Object.entries(FILES).map(([name, make]) => ({ name, text: make() }))
  const site = await startSite(path)
  try {
    const quiet = await answersUntil(site.url, new Promise((resolve) => setTimeout(resolve, 2_000)))
    const checks = Promise.all(files.map(({ name, text }) => check(site.url, name, text)))
    const busy = await answersUntil(site.url, checks)
    console.log(table([['', 'answers', 'median', 'worst'], line('alone', quiet), line('five checks', busy)]))
    console.log(table([['file', 'bytes', 'answer', 'after'], ...(await checks)]))
  } finally {
    await site.stop()
  }
}

const EVERY_MS = 20

/** The times of answers, asked one every `EVERY_MS`, whether the one before has come or not. */
export async function answersUntil(origin: string, end: Promise<unknown>): Promise<number[]> {
  let ended = false
  end.finally(() => {
    ended = true
  })
  const asked: Promise<number>[] = []
  while (!ended) {
    const start = performance.now()
    asked.push(
      fetch(`${origin}/sante`)
        .then((answer) => answer.text())
        .then(() => performance.now() - start),
    )
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  return Promise.all(asked)
}

function line(name: string, times: number[]): string[] {
  const { median, max } = spreadOf(times)
  return [name, String(times.length), ms(median), ms(max)]
}

async function check(origin: string, name: string, text: string): Promise<string[]> {
  const form = new FormData()
  form.set('fichier', new Blob([text]), 'lieux.csv')
  const start = performance.now()
  const answer = await fetch(`${origin}/collectivites/verifier`, { method: 'POST', body: form })
  await answer.text()
  return [name, text.length.toLocaleString('en'), String(answer.status), ms(performance.now() - start)]
}
