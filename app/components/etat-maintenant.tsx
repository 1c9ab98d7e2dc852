import { etatAt, phraseEtat } from '#app/domain/horaires/etat.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'

type LieuOuvrable = {
  semaine: Semaine | null
  /** As published: hours that make no week are not hours that nobody told. */
  horaires: string | null
  fuseau: string
  departementCode: string
  dateMaj: string | null
  telephone: string | null
}

/** Open or closed at this minute, on the clock of the place; a colour only repeats the words. */
export function EtatMaintenant({ lieu, maintenant }: { lieu: LieuOuvrable; maintenant: Date }) {
  if (lieu.semaine === null && lieu.horaires) return null
  const { fuseau, departementCode: departement, dateMaj } = lieu
  const etat = etatAt(lieu.semaine, { instant: maintenant, fuseau, departement, dateMaj })
  const conseil = lieu.telephone ? undefined : 'renseignez-vous avant de venir'
  return <p className={`etat etat-${etat.etat}`}>{phraseEtat(etat, conseil)}</p>
}
