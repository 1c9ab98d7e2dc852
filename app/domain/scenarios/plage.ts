import { type Etat, etatSans } from './etat.ts'
import { drawRanks } from './hasard.ts'
import type { Pays } from './pays.ts'

/** What a draw changes: places that close, inhabitants of communes no longer within 10 km, communes that lose their nearest. */
export type Mesures = { lieuxFermes: number; habitantsEnMoins: number; communesEloignees: number }
export type Etendue = { min: number; mediane: number; max: number }
export type Plage = Record<keyof Mesures, Etendue>

/** The seeds of the draws that a draw is compared with: an odd number of them, so that the middle one is a draw. */
export const GRAINES: readonly number[] = Array.from({ length: 101 }, (_, rang) => rang + 1)

/** The spread of the main results over the draws of `nombre` posts with each of `GRAINES`; `pause` is awaited between two. */
export async function plageOf(pays: Pays, nombre: number, pause: () => Promise<unknown>): Promise<Plage> {
  const mesures: Mesures[] = []
  for (const graine of GRAINES) {
    mesures.push(mesuresOf(pays, etatSans(pays, drawRanks(pays.postes.length, nombre, graine))))
    await pause()
  }
  const spread = (cle: keyof Mesures) => etendueOf(mesures.map((one) => one[cle]))
  return {
    lieuxFermes: spread('lieuxFermes'),
    habitantsEnMoins: spread('habitantsEnMoins'),
    communesEloignees: spread('communesEloignees'),
  }
}

export function mesuresOf(pays: Pays, { ouverts, km, touchees }: Etat): Mesures {
  const perdues = touchees.filter(({ commune }) => (pays.km[commune] as number) <= 10 && (km[commune] as number) > 10)
  return {
    lieuxFermes: ouverts.reduce((sum, ouvert) => sum + 1 - ouvert, 0),
    habitantsEnMoins: perdues.reduce((sum, { commune }) => sum + (pays.communes[commune]?.population ?? 0), 0),
    communesEloignees: touchees.filter(({ commune }) => pays.surPlace[commune] === 1).length,
  }
}

function etendueOf(valeurs: readonly number[]): Etendue {
  const sorted = valeurs.toSorted((a, b) => a - b)
  return { min: sorted[0] ?? 0, mediane: sorted[(sorted.length - 1) / 2] ?? 0, max: sorted.at(-1) ?? 0 }
}
