import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { rowsIn } from '#tests/support/tableaux-page.ts'
import { all } from '../files.ts'
import {
  type CommuneBrute,
  centresOf,
  communesA10Km,
  communesBrutes,
  POSTES_2023,
  type Point,
  postesBruts,
  sumOf,
} from './brut.ts'

const AU = 'Postes validés au 5 avril 2023'
const EMPLOYEURS = 'Employeurs de postes validés au 5 avril 2023'
const LIEUX = 'Lieux d’accueil connus au 6 juillet 2022'
const TAUX_LIEUX = 'Lieux connus au 6 juillet 2022, pour 10 000 habitants'
const TAUX_POSTES = 'Postes validés au 5 avril 2023, pour 10 000 habitants'
const PEUPLES = 'Habitants (recensement de 2023)'
const HABITANTS = 'Population à 10 km au plus d’un lieu connu au 6 juillet 2022'
const CONSEILLERS = "reseau = 'conseiller-numerique'"
const taux = (nombre: number, habitants: number) => String(Math.round((nombre * 1_000_000) / habitants) / 100)

/** The pages of departments and communes on the published files; `reel` is asked once the import is done. */
export function testTerritoires(reel: () => Db): void {
  const htmlOf = async (path: string) => (await siteOn(reel())(path)).text()

  test('/departements shows for each the posts, places, inhabitants, rates and shares that the files say', async () => {
    const shown = rowsIn(await htmlOf('/departements'), 'departements')
    const [postes, communes] = [postesBruts(POSTES_2023), communesBrutes(centresOf(reel()))]
    const places = all<Point & { code: string }>(
      reel(),
      `select departement_code as code, lat, lon from lieu where ${CONSEILLERS}`,
    )
    const near = communesA10Km(communes, places)
    const expected = (wanted: (code: string) => boolean) => {
      const here = (list: CommuneBrute[]) => list.filter(({ departement }) => wanted(departement))
      const people = (list: CommuneBrute[]) => sumOf(list, ({ population }) => population)
      const lieux = places.filter(({ code }) => wanted(code)).length
      const siens = sumOf(
        postes.filter(({ departement }) => wanted(departement)),
        (row) => row.postes,
      )
      const habitants = people(here(communes))
      const situes = people(here(communes).filter(({ centre }) => centre !== null))
      return {
        [PEUPLES]: habitants === 0 ? '' : String(habitants),
        // Nothing in the file is not zero.
        [LIEUX]: lieux === 0 ? '' : String(lieux),
        [TAUX_LIEUX]: habitants === 0 || lieux === 0 ? '' : taux(lieux, habitants),
        [HABITANTS]: situes === 0 || lieux === 0 ? '' : String(Math.round((people(here(near)) / situes) * 1000) / 1000),
        [AU]: siens === 0 ? '' : String(siens),
        [TAUX_POSTES]: habitants === 0 || siens === 0 ? '' : taux(siens, habitants),
      }
    }
    const codes = new Set([...communes, ...postes].map(({ departement }) => departement))
    expect(shown.map(({ Code }) => Code)).toEqual([...[...codes].sort(), ''])
    for (const row of shown) {
      const code = row.Code as string
      expect(row, code).toMatchObject(expected((one) => code === '' || one === code))
    }
    const employeurs = new Set(postes.map(({ siret }) => siret)).size
    expect(sumOf(shown.slice(0, -1), (row) => Number(row[EMPLOYEURS]))).toBe(employeurs)
    expect(shown.at(-1)?.[EMPLOYEURS]).toBe(String(employeurs))
  })

  // Three towns whose arrondissements have codes of their own, Mayotte, Saint-Martin, and rural ones: the INSEE codes
  // and the postcodes of each.
  test.each([
    ['Paris', '75056', /^75/, /^75/],
    ['Marseille', '13055', /^132|^13055/, /^130(0[1-9]|1[0-6])/],
    ['Lyon', '69123', /^6938|^69123/, /^6900[1-9]/],
    ['Mamoudzou', '97611', /^97611/, /^97600/],
    ['Saint-Martin', '97801', /^97801/, /^97150/],
    ['Aubusson', '23008', /^23008/, /^23200/],
    ['Florac Trois Rivières', '48061', /^48061/, /^48400/],
  ])(
    'the page of %s shows its own posts, places and inhabitants, arrondissements included',
    async (nom, code, insee, postal) => {
      const html = await htmlOf(`/communes/${code}`)
      const departement = code.slice(0, /^97/.test(code) ? 3 : 2)
      // An INSEE code of another department is the seat's, not where the posts are: the postcode then says it.
      const siens = postesBruts(POSTES_2023).filter(({ commune, codePostal, ...row }) => {
        const own = commune.startsWith(departement)
        return row.departement === departement && (own ? insee.test(commune) : postal.test(codePostal))
      })
      const postes = sumOf(siens, (row) => row.postes)
      const habitants = communesBrutes(centresOf(reel())).find((one) => one.code === code)?.population ?? 0
      const count = (where: string) =>
        all<{ lieux: number }>(reel(), `select count(*) as lieux from lieu where ${where} and ${CONSEILLERS}`)[0]?.lieux
      // Nothing in the file of a whole department is not zero.
      const known = count(`departement_code = '${departement}'`) !== 0
      const lieux = known ? String(count(`commune_code = '${code}'`)) : ''
      const rows = rowsIn(html, 'chiffres')
      const [own, [parent, france]] = [rows[0], rows.slice(-2)]
      expect(own).toMatchObject({
        ...{ Territoire: nom, [LIEUX]: lieux, [AU]: String(postes) },
        [PEUPLES]: habitants === 0 ? '' : String(habitants),
        [TAUX_POSTES]: habitants === 0 ? '' : taux(postes, habitants),
        [EMPLOYEURS]: String(new Set(siens.map(({ siret }) => siret)).size),
      })
      const listed = rowsIn(await htmlOf('/departements'), 'departements')
      for (const [row, wanted] of [
        [parent, departement],
        [france, ''],
      ] as const) {
        const same = listed.find(({ Code }) => Code === wanted)
        for (const column of [PEUPLES, LIEUX, AU, EMPLOYEURS]) expect(row?.[column]).toBe(same?.[column])
      }
      expect(textOf(html)).not.toMatch(/NaN|Infinity|undefined/)
    },
  )
}
