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
  const titre = homonymes.length > 1 ? 'D’autres communes de ce nom' : 'Une autre commune de ce nom'
  return <Ailleurs titre={titre} liens={homonymes} enVue={HOMONYMES_EN_VUE} />
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
  if (codePostal === null) return null
  return <Ailleurs titre={`Aussi au ${codePostal}`} liens={voisines} enVue={VOISINES_EN_VUE} />
}

/** More would put the list out of sight on a phone: names with their department are a line each, others share one. */
const HOMONYMES_EN_VUE = 2
const VOISINES_EN_VUE = 6

/** Links to elsewhere, all in sight when they are few; the others behind a word, which needs no script. */
function Ailleurs({ titre, liens, enVue }: { titre: string; liens: LienCompris[]; enVue: number }) {
  if (liens.length === 0) return null
  const vus = liens.length > enVue + 1 ? enVue : liens.length
  const autres = liens.slice(vus)
  return (
    <div className="homonymes">
      <p>{titre} : </p>
      <EnLigne liens={liens.slice(0, vus)} />
      {autres.length > 0 && (
        <details>
          <summary>et {autres.length} autres communes</summary>
          <EnLigne liens={autres} />
        </details>
      )}
    </div>
  )
}

function EnLigne({ liens }: { liens: LienCompris[] }) {
  return (
    <ul className="en-ligne">
      {liens.map(({ nom, href }) => (
        <li key={href}>
          <a href={href}>{nom}</a>{' '}
        </li>
      ))}
    </ul>
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
