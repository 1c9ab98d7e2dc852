import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openTable } from '#app/lecture/read-file.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { type Rapprochement, rapprochementOf } from '#db/methode.server.ts'
import { buildDatabase } from '#scripts/import/build/build.ts'
import { sha256Of } from '#scripts/import/gather/archive.ts'
import { provenanceOf } from '#scripts/import/gather/sources.ts'
import type { Input } from '#scripts/import/input.ts'

export type Rapproche = { fichiers: string[]; rapprochement: Rapprochement }

/** Imports the files of places and of employers among those given, and counts what was joined. */
export async function countMatched(paths: readonly string[], today: string): Promise<Rapproche> {
  const folder = mkdtempSync(join(tmpdir(), 'rapprochement-'))
  try {
    const inputs = (await Promise.all(paths.map(toInput))).filter(
      ({ kind }) => kind === 'lieux' || kind === 'structures',
    )
    const path = join(folder, 'annuaire.sqlite')
    await buildDatabase(path, inputs, { demonstration: false, today })
    const db = openReadOnly(path)
    const rapprochement = rapprochementOf(db)
    db.$client.close()
    return { fichiers: inputs.map((input) => basename(input.path)), rapprochement }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function toInput(path: string): Promise<Input> {
  const { kind } = await openTable(path)
  return { path, kind, sha256: await sha256Of(path), provenance: provenanceOf(kind, basename(path), []) }
}

export function writeRapprochement({ fichiers, rapprochement }: Rapproche): string {
  const { lieux, siret, siren, inconnus, sansIdentifiant, structures, structuresAvecLieu } = rapprochement
  const rows = [
    ['same SIRET', siret, lieux],
    ['same SIREN in the same department, marked "probable"', siren, lieux],
    ['an identifier, but no employer has it', inconnus, lieux],
    ['no identifier in the file', sansIdentifiant, lieux],
    ['all', lieux, lieux],
  ] as const
  return [
    INTRODUCTION,
    `Files: ${fichiers.map((name) => `\`${name}\``).join(', ')}.`,
    '',
    '| places of conseillers numériques | number | share |',
    '| --- | ---: | ---: |',
    ...rows.map(([what, count, total]) => `| ${what} | ${count} | ${share(count, total)} |`),
    '',
    `Of ${structures} employers, ${structuresAvecLieu} (${share(structuresAvecLieu, structures)}) have a known place.`,
    '',
  ].join('\n')
}

function share(part: number, total: number): string {
  return total === 0 ? '—' : `${((100 * part) / total).toFixed(1)} %`
}

const INTRODUCTION = `# How many places are joined to an employer

Written by \`npm run docs -- FILES\` from an import of the files given; a test compares. A place and an employer are one
when they have one SIRET; else when they have one SIREN and one department, and the site then says "probable" (the
employer with most posts, when there are several). Names are never compared. \`00000000000000\` is no identifier.
The page /methode and the end of each import say the same figures for the data in use.
`
