import { lignesAdresse } from '#app/domain/adresse-affichee.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { EtatMaintenant } from '../etat-maintenant.tsx'
import { phraseItinerant } from '../phrase-itinerant.ts'
import { Ruralite } from '../ruralite.tsx'
import type { LieuComplet } from './lieu-complet.ts'

type Props = { lieu: LieuComplet; ruraliteEstimee: boolean; maintenant: Date }

/** Name, address and state: what tells that this is the right place, and whether to go now. */
export function Apercu({ lieu, ruraliteEstimee, maintenant }: Props) {
  const lignes = lignesAdresse(lieu)
  return (
    <header className="apercu">
      <h1>{lieu.nom}</h1>
      {lieu.reseau === 'france-services' && (
        <p className="reseau">
          France services : un autre réseau, qui aide dans les démarches. Cette fiche n’est pas celle d’un conseiller
          numérique.
        </p>
      )}
      {lignes.length > 0 && (
        <p className="apercu-adresse">
          {lignes.map((ligne) => (
            <span key={ligne}>{ligne}</span>
          ))}
        </p>
      )}
      <EtatMaintenant lieu={lieu} maintenant={maintenant} />
      {lieu.itinerant && <p className="itinerant alerte-ligne">{phraseItinerant(lieu.telephone, lieu.reseau)}.</p>}
      <p className="etiquettes">
        <span>
          {lieu.departementNom} ({lieu.departementCode})
        </span>
        <Ruralite ruralite={lieu.ruralite} densite={lieu.densite} frr={lieu.frr} estimee={ruraliteEstimee} />
        {isApproximate(lieu.precision) && <span>Position approximative</span>}
      </p>
    </header>
  )
}
