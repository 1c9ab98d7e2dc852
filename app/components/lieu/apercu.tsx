import { lignesAdresse } from '#app/domain/adresse-affichee.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { Ruralite } from '../ruralite.tsx'
import type { LieuComplet } from './lieu-complet.ts'

/** Name and address: what tells that this is the right place. */
export function Apercu({ lieu, ruraliteEstimee }: { lieu: LieuComplet; ruraliteEstimee: boolean }) {
  return (
    <header className="apercu">
      <h1>{lieu.nom}</h1>
      <p className="apercu-adresse">
        {lignesAdresse(lieu).map((ligne) => (
          <span key={ligne}>{ligne}</span>
        ))}
      </p>
      <p className="etiquettes">
        <span>
          {lieu.departementNom} ({lieu.departementCode})
        </span>
        <Ruralite ruralite={lieu.ruralite} densite={lieu.densite} frr={lieu.frr} estimee={ruraliteEstimee} />
        {lieu.itinerant && <span>Itinérant : il se déplace, appelez pour savoir où</span>}
        {isApproximate(lieu.precision) && <span>Position approximative</span>}
      </p>
    </header>
  )
}
