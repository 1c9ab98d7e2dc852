import { EtatMaintenant } from '#app/components/etat-maintenant.tsx'
import { Lignes } from '#app/components/lignes.tsx'
import { phraseItinerant } from '#app/components/phrase-itinerant.ts'
import { lignesAdresse } from '#app/domain/lieu/adresse-affichee.ts'
import type { LieuComplet } from './lieu-complet.ts'
import { RESEAU } from './reseau.ts'

type Props = { lieu: LieuComplet; maintenant: Date }

// A longer name or address is written smaller, so that the sheet of paper holds the rest.
const NOM_LONG = 45
const ADRESSE_LONGUE = 80

/** Name, address and state: what tells that this is the right place, and whether to go now. */
export function Apercu({ lieu, maintenant }: Props) {
  const lignes = lignesAdresse(lieu)
  const { nature } = RESEAU[lieu.reseau]
  return (
    <header className="apercu">
      <h1 className={lieu.nom.length > NOM_LONG ? 'nom-long' : undefined}>{lieu.nom}</h1>
      {nature && <p className="reseau">{nature}</p>}
      {lignes.length > 0 && (
        <p className={`apercu-adresse${lignes.join('').length > ADRESSE_LONGUE ? ' adresse-longue' : ''}`}>
          <Lignes lignes={lignes} />
        </p>
      )}
      <EtatMaintenant lieu={lieu} maintenant={maintenant} />
      {lieu.itinerant && <p className="itinerant alerte-ligne">{phraseItinerant(lieu.telephone, lieu.reseau)}.</p>}
    </header>
  )
}
