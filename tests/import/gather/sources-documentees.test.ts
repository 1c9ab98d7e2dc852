import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { loadReferentiel, type ReferenceFiles } from '#app/lecture/referentiel.ts'
import { officialInputs } from '#scripts/import/gather/official-files.ts'
import { listOfficialSources } from '#scripts/import/gather/sources.ts'
import { lieuxCsv } from '#tests/import/files.ts'
import { sends, withPublisher } from './remote-server.ts'

const { folder, publisher } = await withPublisher()

/** The territory as an import makes it of what a server on this machine answers at the address of an official source. */
async function territoireDe(kind: keyof ReferenceFiles, body: string | Buffer, type: string) {
  const source = listOfficialSources().find((one) => one.kind === kind)
  const { pathname, search } = new URL(source?.url ?? '')
  const url = publisher.on(pathname + search, sends(body, { 'content-type': type }))
  const lieux = publisher.on('/lieux.csv', sends(lieuxCsv([{ nom: 'Mairie' }])))
  const described = { titre: kind, producteur: 'P', licence: 'L', page: 'https://exemple.fr/' }
  const sources = [
    { ...described, id: kind, kind, url },
    { ...described, id: 'lieux', kind: 'lieux' as const, url: lieux },
  ]
  const folders = {
    out: join(folder.path, `${kind}.sqlite`),
    archive: join(folder.path, kind),
    temporary: join(folder.path, 'tmp'),
  }
  const said: string[] = []
  const inputs = await officialInputs(sources, folders, (line) => said.push(line))
  const input = inputs?.find((one) => one.kind === kind)
  expect(said).toEqual([])
  return loadReferentiel({ [kind]: input?.table })
}

test('FRR as the Observatoire des territoires answers: a number is a class, -9999 is none', async () => {
  const csv = 'codgeo;libgeo;codefrr\r\n23096;Guéret;2\r\n01001;L’Abergement-Clémenciat;-9999\r\n48095;Mende;5\r\n'
  const { territoire } = await territoireDe('frr', csv, 'text/csv; charset=utf-8')
  const frr = ['23096', '01001', '48095', '75056'].map((code) => territoire.communeOf(code)?.frr)
  expect(frr).toEqual(['FRR (classe 2)', null, 'FRR (classe 5)', null])
})

test('the INSEE grid as its workbook of 2026 is: three levels in DENS, the seven in DENS7, under four lines of title', async () => {
  const rows = [
    ['Grille communale de densité 2026'],
    ['Insee'],
    [],
    ['Code', 'Libellé'],
    ['CODGEO', 'LIBGEO', 'DENS', 'LIBDENS', 'PMUN22', 'P1', 'P2', 'P3', 'DENS_AAV', 'LIBDENS_AAV', 'DENS7', 'LIBDENS7'],
    ['23096', 'Guéret', 2, 'Urbain intermédiaire', 12_734, 0, 80, 20, 2, 'Urbain', 3, 'Petites villes'],
    ['48095', 'Mende', 3, 'Rural', 12_318, 0, 0, 100, 4, 'Rural', 6, 'Rural à habitat dispersé'],
  ]
  const sheets = [
    { name: 'Lisez-moi', rows: [['Note']] },
    { name: 'Maille communale', rows },
  ]
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const { territoire } = await territoireDe('densite', Buffer.from(await writeXlsx({ sheets })), type)
  const densites = ['23096', '48095'].map((code) => territoire.communeOf(code)?.densite)
  expect(densites).toEqual([3, 6])
})
