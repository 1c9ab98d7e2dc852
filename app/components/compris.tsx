import { Fragment } from 'react'

export type LienCompris = { nom: string; href: string }

/** What is said of a text that names no one place. */
export type Compris = {
  /** In the place of the sentence that counts; null when the list answers. */
  phrase: string | null
  question: LienCompris[]
  proches: LienCompris[]
  adresses: LienCompris[]
  /** The need that it names, its list, and the page of all needs. */
  besoin: { titre: string; href: string; tous: string } | null
  introuvable: boolean
}

/** The choices of a text, each a link: what is asked about, a need, addresses, and what it comes close to. */
export function ChoixCompris({ compris }: { compris: Compris }) {
  const { question, proches, adresses, besoin, introuvable } = compris
  return (
    <>
      {besoin && (
        <ul className="communes-nommees">
          <li>
            <a href={besoin.href}>{besoin.titre} : voir les lieux qui peuvent vous aider</a>
          </li>
          <li>
            <a href={besoin.tous}>Voir tous les besoins</a>
          </li>
        </ul>
      )}
      <Liens liens={question} />
      {adresses.length > 0 && (
        <>
          <Liens liens={adresses} />
          <p className="discret">Adresses : Base Adresse Nationale, trouvées par la Géoplateforme de l’IGN.</p>
        </>
      )}
      {proches.length > 0 && <p>{introuvable ? 'Cherchez-vous :' : 'Cherchez-vous une commune ?'}</p>}
      <Liens liens={proches} />
      {introuvable && <p>Ajoutez la commune ou le code postal : cinq chiffres, comme 66500.</p>}
    </>
  )
}

/** "Une autre Castres : Aisne": one press away for whoever meant it. */
export function Homonymes({ homonymes }: { homonymes: LienCompris[] }) {
  if (homonymes.length === 0) return null
  return (
    <p className="homonymes">
      {homonymes.length > 1 ? 'D’autres communes de ce nom : ' : 'Une autre commune de ce nom : '}
      {homonymes.map(({ nom, href }, rang) => (
        <Fragment key={href}>
          {rang > 0 && ', '}
          <a href={href}>{nom}</a>
        </Fragment>
      ))}
    </p>
  )
}

/** What the text that led here may mean too: a spelling as near, another of the name that was typed. */
export function Approchants({ approchants }: { approchants: LienCompris[] }) {
  if (approchants.length === 0) return null
  return (
    <div className="homonymes">
      <p>Cherchiez-vous plutôt :</p>
      <Liens liens={approchants} />
    </div>
  )
}

/** The other communes of the postcode that was typed: whoever meant one of them presses once. */
export function MemeCodePostal({ codePostal, voisines }: { codePostal: string | null; voisines: LienCompris[] }) {
  if (codePostal === null || voisines.length === 0) return null
  return (
    <div className="homonymes">
      <p>Aussi au {codePostal} :</p>
      <ul className="liens-en-ligne">
        {voisines.map(({ nom, href }) => (
          <li key={href}>
            <a href={href}>{nom}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Liens({ liens }: { liens: LienCompris[] }) {
  if (liens.length === 0) return null
  return (
    <ul className="communes-nommees">
      {liens.map(({ nom, href }) => (
        <li key={href}>
          <a href={href}>{nom}</a>
        </li>
      ))}
    </ul>
  )
}
