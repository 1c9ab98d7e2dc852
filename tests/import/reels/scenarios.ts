import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { rowsIn } from '#tests/support/tableaux-page.ts'
import { all } from '../files.ts'
import {
  centresOf,
  communesA10Km,
  communesBrutes,
  frrBrut,
  POSTES_2023,
  type Point,
  postesBruts,
  sumOf,
} from './brut.ts'

type Lieu = Point & { siret: string | null; siren: string | null; departement: string }
/** One post, by the rank of its row and its employer. */
type Poste = { ligne: number; siret: string; departement: string; prive: boolean }

function postes(): Poste[] {
  return postesBruts(POSTES_2023).flatMap(({ siret, departement, prive, postes: nombre }, ligne) => {
    return Array.from({ length: nombre }, () => ({ ligne, siret, departement, prive }))
  })
}

/** The department of the row in which an employer has the most posts, the first of equal ones. */
function siegesBruts(): Map<string, string> {
  const rows = postesBruts(POSTES_2023)
    .reverse()
    .sort((a, b) => a.postes - b.postes)
  return new Map(rows.map(({ siret, departement }) => [siret, departement]))
}

/** The ranks drawn, by mulberry32 written with unsigned arithmetic and a shuffle of which only the changes are kept. */
function tirage(total: number, nombre: number, graine: number): Set<number> {
  const moved = new Map<number, number>()
  const at = (rang: number) => moved.get(rang) ?? rang
  const times = (a: number, b: number) => Number((BigInt(a) * BigInt(b)) & 0xffff_ffffn)
  let etat = graine >>> 0
  const drawn = new Set<number>()
  for (let i = 0; i < nombre; i += 1) {
    etat = (etat + 0x6d2b79f5) % 2 ** 32
    let t = times((etat ^ (etat >>> 15)) >>> 0, (etat | 1) >>> 0)
    t = (t ^ ((t + times((t ^ (t >>> 7)) >>> 0, (t | 61) >>> 0)) >>> 0)) >>> 0
    const j = i + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (total - i))
    const pris = at(j)
    moved.set(j, at(i))
    drawn.add(pris)
  }
  return drawn
}

/** The what-ifs on the published files. */
export function testScenarios(reel: () => Db): void {
  const lieux = () =>
    all<Lieu>(
      reel(),
      "select lat, lon, siret, siren, departement_code as departement from lieu where reseau = 'conseiller-numerique'",
    )

  /** Open places: by SIRET, else by SIREN in the department; without an employer a place stays. */
  function ouverts(tous: readonly Lieu[], all: readonly Poste[], left: readonly Poste[]): Lieu[] {
    const own = (list: readonly Poste[]) => new Set(list.map(({ siret }) => siret))
    const [before, after] = [own(all), own(left)]
    // Several employers of one SIREN: the one with the most posts, then the first of the file. Each stands in the
    // department of its row with the most posts.
    const bySiren = new Map<string, Map<string, number>>()
    const sieges = siegesBruts()
    for (const { siret } of all) {
      const cle = `${siret.slice(0, 9)} ${sieges.get(siret)}`
      const counts = bySiren.get(cle) ?? new Map<string, number>()
      bySiren.set(cle, counts.set(siret, (counts.get(siret) ?? 0) + 1))
    }
    const employeurOf = ({ siret, siren, departement }: Lieu): string | undefined => {
      if (siret !== null && before.has(siret)) return siret
      const counts = [...(bySiren.get(`${siren} ${departement}`) ?? [])]
      return counts.reduce<[string, number] | undefined>(
        (best, one) => (best && best[1] >= one[1] ? best : one),
        undefined,
      )?.[0]
    }
    return tous.filter((lieu) => {
      const employeur = employeurOf(lieu)
      return employeur === undefined || after.has(employeur)
    })
  }

  async function compare(query: string, ends: (poste: Poste, rang: number) => boolean): Promise<string> {
    const html = await (await siteOn(reel())(`/scenarios?${query}`)).text()
    const shown = new Map(rowsIn(html, 'scenario-national').map((row) => [row['Ce qui est compté'], row]))
    const [tous, partout, communes] = [postes(), lieux(), communesBrutes(centresOf(reel()))]
    const left = tous.filter((poste, rang) => !ends(poste, rang))
    const open = ouverts(partout, tous, left)
    const people = (places: readonly Lieu[]) => sumOf(communesA10Km(communes, places), ({ population }) => population)
    const employeurs = (list: readonly Poste[]) => new Set(list.map(({ siret }) => siret)).size
    for (const [mesure, avant, apres] of [
      ['Postes validés au 5 avril 2023', tous.length, left.length],
      ['Employeurs qui gardent au moins un poste', employeurs(tous), employeurs(left)],
      ['Lieux d’accueil connus au 6 juillet 2022, ouverts', partout.length, open.length],
      ['Habitants à moins de 10 km d’un lieu connu au 6 juillet 2022', people(partout), people(open)],
    ] as const) {
      const { Avant, 'Dans ce scénario': dans, Différence } = shown.get(mesure) ?? {}
      expect([Avant, dans, Différence], mesure).toEqual([avant, apres, apres - avant].map(String))
    }
    for (const row of rowsIn(html, 'scenario-departements').slice(0, -1)) {
      const of = (list: readonly { departement: string }[]) =>
        String(list.filter((one) => one.departement === row.Code).length)
      const columns = [
        'Postes validés au 5 avril 2023 (siège), avant',
        'Postes validés au 5 avril 2023 (siège), scénario',
        'Lieux connus au 6 juillet 2022, scénario',
      ].map((nom) => row[nom])
      expect(columns, row.Code).toEqual([of(tous), of(left), of(open)])
    }
    return html
  }

  test('the private employers gone: posts, places, inhabitants within 10 km, counted from the file', async () => {
    await compare('fin=prives', ({ prive }) => prive)
  })

  test('one department gone: what is left is measured across its borders', async () => {
    await compare('fin=departement&departement=59', ({ departement }) => departement === '59')
  })

  test('1,200 posts drawn with a seed: the posts that the method says, one by one', async () => {
    const drawn = tirage(3925, 1200, 42)
    expect(drawn.size).toBe(1200)
    await compare('fin=tirage&postes=1200&graine=42', (_, rang) => drawn.has(rang))
  })

  test('outside FRR: the classes of the published list, by the commune where a post is placed', async () => {
    const classes = frrBrut()
    const placed = all<{ line: number; code: string | null; departement: string | null }>(
      reel(),
      `select p.line, c.code, c.departement_code as departement from poste p join source s on s.id = p.source_id
       left join commune c on c.code = p.commune_code where s.kind = 'structures' and s.courante order by p.line`,
    )
    const horsFrr = placed.map(({ code, departement }) => {
      if (code === null || /^97[578]|^98/.test(departement ?? '')) return null
      return (classes.get(code) ?? 'Non classée') === 'Non classée'
    })
    const html = await compare('fin=hors-frr', ({ ligne }) => horsFrr[ligne] === true)
    const inconnus = postes().filter(({ ligne }) => horsFrr[ligne] === null).length
    expect(inconnus).toBeGreaterThan(0)
    expect(textOf(html)).toContain(`Classement inconnu : ${inconnus} postes, maintenus.`)
  })
}
