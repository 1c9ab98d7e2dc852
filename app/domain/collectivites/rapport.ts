import type { AnomalieCode } from '../rapport/anomalies.ts'
import { ANOMALIE_CONSEIL } from '../rapport/conseils.ts'
import type { FicheComparee } from '../rapport/doublons.ts'
import { ANOMALIE_PHRASE } from '../rapport/phrases.ts'
import { isApproximate, type Reseau, type Severity } from '../vocabulary.ts'
import { type ChampCompte, completudeOf, type FicheComplete } from './completude.ts'
import { type Correction, correctionsDe } from './corrections.ts'
import { fraicheurOf } from './fraicheur.ts'
import { comparePriorites, prioriteOf } from './priorites.ts'
import type { FicheTriee } from './vues.ts'

/** What was noted of a published cell. `corrected`: what the site reads instead. */
export type AnomalieLue = {
  line: number
  field: string
  code: AnomalieCode
  severity: Severity
  raw: string | null
  corrected: string | null
}
/** A published row. `cellules`: as published, when something is wrong with it; else null. */
export type LigneLue = {
  sourceId: number
  fichier: string
  date: string
  line: number
  idPublie: string | null
  cellules: Record<string, string> | null
  anomalies: AnomalieLue[]
}
/** An employer that has posts on a territory. `lieux`: its known places, anywhere. */
export type EmployeurLu = {
  id: number
  cle: string
  siret: string | null
  nom: string
  postes: number
  communeNom: string | null
  lieux: number
}
/** A place as the database has it. */
export type LieuLu = FicheComparee &
  FicheComplete & { id: string; reseau: Reseau; complementAdresse: string | null; employeur: string | null }

/** A place as its report says it. `priorite`: the weights of what is wrong, heaviest first. */
export type FicheDeLieu = LieuLu &
  FicheTriee & {
    lignes: LigneLue[]
    taux: number
    manquants: { cle: ChampCompte; nom: string }[]
    presence: string
    priorite: number[]
    corrections: Correction[]
  }

/** @param lignes the published rows that make the place. @param today YYYY-MM-DD. */
export function ficheOf(lieu: LieuLu, lignes: LigneLue[], today: string): FicheDeLieu {
  const { taux, manquants } = completudeOf(lieu)
  const anomalies = lignes.flatMap((ligne) => ligne.anomalies)
  const fraicheur = fraicheurOf(lieu.dateMaj, today)
  const ids = lignes.map(({ idPublie }) => idPublie)
  return {
    ...lieu,
    ...{ lignes, taux, manquants, fraicheur },
    approximate: isApproximate(lieu.precision),
    surLaCarte: lieu.reseau === 'conseiller-numerique' && lieu.lat !== null,
    presence: presenceOf(lieu, anomalies),
    erreurs: anomalies.filter(({ severity }) => severity !== 'info').length,
    // A date that is missing is a field that lacks: it is not counted twice.
    priorite: prioriteOf({
      anomalies,
      manquants,
      perimee: fraicheur === 'a-actualiser' && lieu.dateMaj !== null,
    }),
    corrections: correctionsDe(lieu.source, ids),
  }
}

/** What matters most to who looks for help first; then by name. */
export function sortFiches(fiches: readonly FicheDeLieu[]): FicheDeLieu[] {
  const mots = new Intl.Collator('fr')
  return [...fiches].sort(
    (a, b) => comparePriorites(a.priorite, b.priorite) || mots.compare(a.nom, b.nom) || a.numero - b.numero,
  )
}

/** Whether the map shows a place, and why it does not, or not where it is. */
function presenceOf({ reseau, lat, precision }: LieuLu, anomalies: readonly AnomalieLue[]): string {
  if (reseau !== 'conseiller-numerique') {
    return `Ni dans la liste, ni sur la carte. ${ANOMALIE_PHRASE['reseau.autre']} ${ANOMALIE_CONSEIL['reseau.autre']}`
  }
  const noted = anomalies.find(({ code }) => code.startsWith('coordonnees.') && code !== 'coordonnees.inversees')
  const raison = noted && noted.code !== 'coordonnees.virgule' ? ` ${ANOMALIE_PHRASE[noted.code]}` : ''
  if (lat === null) return `Dans la liste, mais pas sur la carte : aucune position n’est connue.${raison}`
  return isApproximate(precision) ? `Sur la carte, mais pas à son adresse.${raison}` : 'Sur la carte, à son adresse.'
}

/** Why the map shows nothing of an employer that has posts (docs/regles.md §6); null when it shows a place. */
export function absenceOf({ lieux, siret }: Pick<EmployeurLu, 'lieux' | 'siret'>): string | null {
  if (lieux > 0) return null
  return siret === null
    ? 'son SIRET n’est pas connu, rien ne peut lui être rattaché'
    : 'aucune fiche de lieu ne porte son SIRET, ni son SIREN dans le département'
}
