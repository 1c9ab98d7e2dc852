import { formatValeur } from '#app/domain/tableau.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'

type Classe = { lieux: number; postes: number; population: number }
/** Counts by class of commune; a class without anything may be absent. */
export type Classes = Partial<Record<Ruralite, Classe>>

/** Whether rural communes have more or less than dense towns, by place then by seat, and whether the two agree. */
export function phraseDesLectures({ rural, urbain }: Classes): string {
  if (!rural?.population || !urbain?.population) return 'Les classes manquent pour comparer les deux lectures.'
  const taux = (nombre: number, habitants: number) => Math.round((nombre / habitants) * 1_000_000) / 100
  const lieux = [taux(rural.lieux, rural.population), taux(urbain.lieux, urbain.population)] as const
  const postes = [taux(rural.postes, rural.population), taux(urbain.postes, urbain.population)] as const
  const dit = ([ici, la]: readonly [number, number], unite: string) =>
    `${formatValeur('taux', ici)} ${unite} pour 10 000 habitants en commune rurale, ${formatValeur('taux', la)} en urbain dense`
  const meme = Math.sign(lieux[0] - lieux[1]) === Math.sign(postes[0] - postes[1])
  const conclusion = meme ? 'Ici, les deux lectures vont dans le même sens.' : 'La conclusion s’inverse.'
  return `Par lieu d’accueil : ${dit(lieux, 'lieu')}. Par siège de l’employeur : ${dit(postes, 'poste validé')}. ${conclusion}`
}
