import { etatDit, type LieuOuvrable } from '#app/domain/horaires/etat.ts'

/** Open or closed at this minute, on the clock of the place; a colour only repeats the words. */
export function EtatMaintenant({ lieu, maintenant }: { lieu: LieuOuvrable; maintenant: Date }) {
  const dit = etatDit(lieu, maintenant)
  return dit && <p className={`etat etat-${dit.etat}`}>{dit.phrase}</p>
}
