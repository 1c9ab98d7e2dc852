import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { whyNoBareDebian } from '#scripts/setup/bare-debian.mjs'
import { etapesDuGuide } from '../guide.ts'
import { bootDebian, SITE } from './machines/debian.ts'
import type { Machine } from './machines/machine.ts'
import { ROOTS } from './machines/pebble.ts'
import { standIns } from './machines/stand-ins.ts'

const FILES = Object.fromEntries(
  readdirSync('data/demo').flatMap((name) => {
    const [kind] = name.match(/^(structures|lieux)(?=-demonstration)/) ?? []
    return kind ? [[`${kind}.csv`, `data/demo/${name}`]] : []
  }),
)
let whyNot = whyNoBareDebian()
let machine: Machine

beforeAll(async () => {
  try {
    if (whyNot === null) machine = await bootDebian(process.env.DEBIAN ?? 'bookworm', FILES)
  } catch (error) {
    whyNot = String(error)
  }
  if (whyNot === null) return
  console.log(`No bare Debian here, so stand-ins: ${whyNot}`)
  machine = await standIns(FILES)
}, 900_000)
afterAll(() => machine?.stop())

test.for(etapesDuGuide().map((etape, rang) => ({ ...etape, rang: rang + 1 })))(
  '$rang $titre: $commande',
  async ({ commande, titre }, { skip }) => {
    const reason = machine.refuses(commande)
    if (reason) {
      console.log(`Not run here, ${reason}: ${commande}`)
      skip(reason)
    }
    const { status, stdout, stderr } = await machine.run(commande)
    // Without the network no source answers: the import says so by its exit code, and the demonstration is served.
    if (/start conseillers-import$/.test(commande) && status !== 0) {
      expect(await machine.journal('conseillers-import')).toContain('pas de réponse utilisable')
      expect(await machine.exitOf('conseillers-import', status)).toBe(3)
      return
    }
    expect([titre, status, status === 0 ? '' : stdout + stderr]).toEqual([titre, 0, ''])
    if (commande.endsWith('/sante')) expect(JSON.parse(stdout)).toHaveProperty('empreinte')
    if (commande.endsWith('/metrics')) expect(stdout).toContain('data_age_seconds{source="lieux"}')
  },
)

/** What a command says on the machine, where it must succeed. */
async function tell(commande: string): Promise<string> {
  const { status, stdout, stderr } = await machine.run(commande)
  expect([commande, status, status === 0 ? '' : stdout + stderr]).toEqual([commande, 0, ''])
  return stdout
}

const ask = `curl --silent --cacert /tmp/roots.pem`
const page = `https://${SITE}`

describe('the public site, on the Debian where the guide was followed', () => {
  beforeEach(({ skip }) => {
    if (whyNot !== null) skip(whyNot)
  })

  test('is read by https alone, which browsers are told to keep to', async () => {
    await tell(`curl --silent --fail --output /tmp/roots.pem ${ROOTS}`)
    const plain = await tell(`curl --silent --head http://${SITE}/besoins`)
    expect(plain).toMatch(/^HTTP\/1.1 301[\s\S]*^Location: https:\/\/carte.trial.example\/besoins\r$/m)
    const read = await tell(`${ask} --include ${page}/besoins`)
    expect(read).toMatch(/^HTTP\/[\d.]+ 200[\s\S]*^strict-transport-security: max-age=\d{8}/im)
    expect(read).toContain(`<link rel="canonical" href="${page}/besoins"`)
    expect(JSON.parse(await tell(`${ask} ${page}/sante`))).toHaveProperty('empreinte')
  })

  test('renews its certificate', async () => {
    expect(await tell('certbot renew --dry-run --no-random-sleep-on-renew 2>&1')).toContain(
      'all simulated renewals succeeded',
    )
    expect(await tell('systemctl is-enabled certbot.timer conseillers-import.timer')).toBe('enabled\nenabled\n')
  })

  test('writes nowhere who asks, nor where they are', async () => {
    for (const url of [page, `http://${SITE}`]) await tell(`${ask} --output /dev/null '${url}/?lat=46.1712&lon=1.8713'`)
    const written = await tell('cat /var/log/nginx/* && journalctl --unit "conseillers@*" --no-pager')
    expect(written).toContain('"path":"/besoins"')
    expect(['46.17', '127.0.0.1 -', '"127.0.0.1"'].filter((text) => written.includes(text))).toEqual([])
  })

  test('is two services that can write nothing, of an account that can do nothing', async () => {
    for (const port of ['3000', '3001']) {
      const pid = (await tell(`systemctl show --property MainPID --value conseillers@${port}`)).trim()
      const status = await tell(`cat /proc/${pid}/status`)
      const uid = (await tell('id --user conseillers')).trim()
      expect(status).toMatch(new RegExp(`^Uid:\\t${uid}\\t${uid}\\t${uid}\\t${uid}$`, 'm'))
      expect(status).toMatch(/^CapBnd:\t0+\nCapAmb:\t0+\nNoNewPrivs:\t1\nSeccomp:\t2$/m)
      expect(await tell(`cat /proc/${pid}/mountinfo`)).toMatch(/^\S+ \S+ \S+ \S+ \/ ro,/m)
    }
    const owners = await tell('stat --format "%U %G %a" /var/lib/conseillers /etc/conseillers.env')
    expect(owners).toBe('conseillers conseillers 750\nroot root 640\n')
    expect(await tell('find /var/lib/conseillers ! -user conseillers')).toBe('')
  })

  test('checks a file, in threads that the closed service may have', async () => {
    const sent = `--form fichier=@/srv/lieux.csv --form texte= --form type= ${page}/collectivites/verifier`
    expect(await tell(`${ask} --fail ${sent}`)).toMatch(/lignes? lues?/)
  })

  test('is read without a fault while one of the two stops, restarts as the guide says, or dies', async () => {
    const restarts = etapesDuGuide().flatMap(({ commande }) =>
      commande.startsWith('systemctl restart') ? commande : [],
    )
    expect(restarts.length).toBe(2)
    const script = [
      'touch /tmp/reading',
      `read_all() { while [ -e /tmp/reading ]; do ${ask} --output /dev/null --write-out '%{http_code}\n' "${page}/sante?$RANDOM$RANDOM"; done; }`,
      'read_all > /tmp/codes &',
      'systemctl stop conseillers@3000; sleep 1; systemctl start conseillers@3000',
      ...restarts,
      'systemctl kill --signal SIGKILL conseillers@3001; sleep 1',
      'rm /tmp/reading; wait; sort /tmp/codes | uniq --count',
    ]
    const codes = (await tell(script.join('\n'))).trim()
    console.log(`Read while replicas stop, restart and die: ${codes} (times, then the status)`)
    expect(codes).toMatch(/^\d{3,} 200$/)
    await tell('until systemctl is-active --quiet conseillers@3001; do sleep 0.2; done')
  })

  test('has nothing that systemd says has failed, but an import whose sources were silent', async () => {
    const failed = await tell('systemctl list-units --failed --plain --no-legend --no-pager')
    expect(failed.split('\n').filter((line) => line !== '' && !line.startsWith('conseillers-import.service'))).toEqual(
      [],
    )
  })
})
