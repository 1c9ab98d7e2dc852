import { type Dates, dater } from '../chiffres/dates.ts'
import { arrondiMontre, formatValeur } from '../chiffres/tableau.ts'
import { pour10000 } from '../chiffres/taux.ts'
import type { Ruralite } from '../vocabulary.ts'

type Classe = { lieux: number; postes: number; population: number }
/** Counts by class of commune; a class without anything may be absent. */
export type Classes = Partial<Record<Ruralite, Classe>>
/** Per 10,000 inhabitants, as they are shown. */
type Taux = { rural: number; urbain: number }

/**
 * The rates of rural communes and of dense towns, by place and by the employer's seat, and whether both say the same of
 * who has more. Decided on the rates that are shown: a reader who compares them finds what is said. Null without
 * inhabitants on both sides.
 */
export function compareLectures({ rural, urbain }: Classes) {
  if (!rural?.population || !urbain?.population) return null
  const tauxDe = (quoi: 'lieux' | 'postes'): Taux => ({
    rural: tauxMontre(rural[quoi], rural.population),
    urbain: tauxMontre(urbain[quoi], urbain.population),
  })
  const [lieux, postes] = [tauxDe('lieux'), tauxDe('postes')]
  return { lieux, postes, accord: accordOf(signOf(lieux), signOf(postes)) }
}

function tauxMontre(nombre: number, population: number): number {
  return arrondiMontre('taux', pour10000(nombre, population) ?? 0)
}

function signOf({ rural, urbain }: Taux): number {
  return Math.sign(rural - urbain)
}

/** `inverse`: one has more by place, the other by seat. `autre`: as many in one reading only. */
function accordOf(lieux: number, postes: number): 'meme' | 'inverse' | 'autre' {
  if (lieux === postes) return 'meme'
  return lieux === -postes ? 'inverse' : 'autre'
}

const CONCLUSIONS = {
  meme: 'Ici, les deux lectures vont dans le même sens.',
  inverse: 'La conclusion s’inverse.',
  autre: 'Les deux lectures ne disent pas la même chose.',
}

/** Both readings in a paragraph. */
export function phraseDesLectures(classes: Classes, dates: Dates): string {
  const lectures = compareLectures(classes)
  if (lectures === null) return 'Les classes manquent pour comparer les deux lectures.'
  const dit = ({ rural, urbain }: Taux, unite: string) =>
    `${formatValeur('taux', rural)} ${unite} pour 10 000 habitants en commune rurale, ${formatValeur('taux', urbain)} en urbain dense`
  const { lieux, postes, accord } = lectures
  const dits = `Par lieu d’accueil {connu} : ${dit(lieux, 'lieu')}. Par siège de l’employeur : ${dit(postes, 'poste {validé}')}.`
  return `${dater(dits, dates)} ${CONCLUSIONS[accord]}`
}
