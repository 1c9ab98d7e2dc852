import { compte, formatNombre } from '#app/domain/format.ts'
import { formatValeur } from '#app/domain/tableau.ts'

type Props = {
  compte: { communes: number; habitants: number; sansLieu: number; habitantsSansLieu: number }
  /** Places of the whole territory. */
  lieux: number
}

/** How many communes have no place, and which share of the inhabitants lives there; a place may be next door. */
export function CommunesSansLieu({ compte: { communes, habitants, sansLieu, habitantsSansLieu }, lieux }: Props) {
  if (communes === 0) return <p>Les communes de ce territoire ne sont pas connues.</p>
  if (lieux === 0) return <p>Aucune commune n’a de lieu connu sur le territoire.</p>
  if (sansLieu === 0) return <p>Chaque commune a un lieu connu.</p>
  const part = habitants > 0 ? habitantsSansLieu / habitants : null
  return (
    <p>
      {compte(sansLieu, 'commune', 'communes')} sur {formatNombre(communes)} {sansLieu < 2 ? 'n’a' : 'n’ont'} pas de
      lieu connu{part !== null && ` : ${formatValeur('part', part)} des habitants y vivent`}. Un lieu peut se trouver
      dans une commune voisine.
    </p>
  )
}
