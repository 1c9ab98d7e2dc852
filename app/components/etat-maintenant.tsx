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

/** `court`: on one line, above the number that says the rest. */
type Props = { lieu: LieuOuvrable; maintenant: Date; court?: boolean }

/** Open or closed at this minute, on the clock of the place; a colour only repeats the words. */
export function EtatMaintenant({ lieu, maintenant, court }: Props) {
  if (lieu.semaine === null && lieu.horaires) return null
  const { fuseau, departementCode: departement, dateMaj } = lieu
  const etat = etatAt(lieu.semaine, { instant: maintenant, fuseau, departement, dateMaj })
  return <p className={`etat etat-${etat.etat}`}>{phraseEtat(etat, conseilOf(lieu, court))}</p>
}

function conseilOf({ telephone }: LieuOuvrable, court = false): string | null {
  if (court) return telephone ? 'appelez' : null
  return telephone ? 'appelez avant de venir' : 'renseignez-vous avant de venir'
}
