import { etatDit, type LieuOuvrable } from '#app/domain/horaires/etat.ts'

/** `court`: on one line, above the number that says the rest. */
type Props = { lieu: LieuOuvrable; maintenant: Date; court?: boolean }

/** Open or closed at this minute, on the clock of the place; a colour only repeats the words. */
export function EtatMaintenant({ lieu, maintenant, court }: Props) {
  const dit = etatDit(lieu, maintenant, court)
  return dit && <p className={`etat etat-${dit.etat}`}>{dit.phrase}</p>
}
