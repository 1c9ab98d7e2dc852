import { Insecable } from '#app/components/insecable.tsx'
import { OPERATEURS_FRANCE_SERVICES } from '#app/domain/besoins/besoins.ts'

export type BesoinPropose = {
  cle: string
  titre: string
  exemples: string | null
  href: string
  /** How many places state one of its services, or that they do not say. */
  phrase: string
  /** The list of France services places, where they answer it too. */
  franceServices: string | null
}

/** Each need is a link to the places that answer it; the number below is that of the list it leads to. */
export function Besoins({ besoins }: { besoins: BesoinPropose[] }) {
  return (
    <ul className="besoins">
      {besoins.map(({ franceServices, ...besoin }) => (
        <li key={besoin.cle} id={besoin.cle} className={franceServices ? 'besoin-double' : undefined}>
          <Carte {...besoin} />
          {franceServices && <FranceServices href={franceServices} />}
        </li>
      ))}
    </ul>
  )
}

// The link is the need alone, so that it is read in a few words; the whole card is its target.
function Carte({ titre, exemples, href, phrase }: Omit<BesoinPropose, 'cle' | 'franceServices'>) {
  return (
    <div className="besoin">
      <h3>
        <a className="besoin-lien" href={href}>
          <Insecable texte={titre} />
        </a>
      </h3>
      {exemples && <p>{exemples}</p>}
      <p className="discret">{phrase}</p>
    </div>
  )
}

function FranceServices({ href }: { href: string }) {
  return (
    <aside className="encart besoin-voisin" aria-label="France services">
      <p>
        <strong>Il y a aussi les espaces France services.</strong> Au même guichet, des agents vous aident dans vos
        démarches avec {enumeration(OPERATEURS_FRANCE_SERVICES)}.
      </p>
      <p>
        <a href={href}>Voir les espaces France services</a>
      </p>
    </aside>
  )
}

function enumeration(noms: readonly string[]): string {
  return `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`
}
