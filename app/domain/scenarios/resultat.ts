import { type Bilan, bilanOf } from './bilan.ts'
import { type DemandeDeScenario, nombreTire } from './demande.ts'
import { type Etat, etatSans } from './etat.ts'
import { drawRanks } from './hasard.ts'
import { type CommuneDuPays, isSurPlace, type Pays } from './pays.ts'

/** The posts that end, by rank, and how many stay because nothing says whether they are concerned. */
type Fin = { rangs: Uint32Array; inconnus: number }

/** A commune whose nearest place closes, in km; `apres` is null when its territory has no place left. */
export type Eloignee = { commune: CommuneDuPays; avant: number; apres: number | null }

/** A scenario read: before, after, and who is farther. */
export type Resultat = {
  finis: number
  /** Posts that stay because nothing says whether they are concerned. */
  inconnus: number
  avant: Bilan
  apres: Bilan
  /** Most populated first. */
  eloignees: Eloignee[]
  /** Places kept open for want of a known employer. */
  sansEmployeur: number
}

/** Which posts end. A post whose employer's nature or whose commune's class is unknown stays, and is counted apart. */
export function finOf({ postes }: Pays, demande: DemandeDeScenario): Fin {
  if (demande.fin === 'tirage')
    return { rangs: drawRanks(postes.length, nombreTire(demande, postes.length), demande.graine), inconnus: 0 }
  const concerne = postes.map((poste): boolean | null => {
    if (demande.fin === 'departement') return poste.departement === demande.departement
    if (demande.fin === 'prives') return poste.prive
    return poste.frr === null ? null : !poste.frr
  })
  return {
    rangs: Uint32Array.from(concerne.flatMap((one, rang) => (one === true ? [rang] : []))),
    inconnus: concerne.filter((one) => one === null).length,
  }
}

/** `avant`: the same country when nothing ends, counted once by the caller. */
export function resultatOf(pays: Pays, avant: Bilan, demande: DemandeDeScenario): Resultat {
  const { rangs, inconnus } = finOf(pays, demande)
  const etat = etatSans(pays, rangs)
  return {
    finis: rangs.length,
    inconnus,
    avant,
    apres: bilanOf(pays, etat),
    eloignees: eloigneesOf(pays, etat),
    sansEmployeur: pays.lieux.filter(({ employeur }) => employeur === null).length,
  }
}

function eloigneesOf({ communes, lieux, km, surPlace }: Pays, etat: Etat): Eloignee[] {
  const eloignees = etat.touchees.flatMap(({ commune: rang, lieu }): Eloignee[] => {
    if (surPlace[rang] === 0) return []
    const commune = communes[rang] as CommuneDuPays
    const apres = isSurPlace(commune, lieux[lieu]) ? (etat.km[rang] as number) : null
    return [{ commune, avant: km[rang] as number, apres }]
  })
  return eloignees.sort((a, b) => b.commune.population - a.commune.population)
}
