type Decrite = {
  chemin: string
  titre: string
  description: string | null
  formats: string[]
  parametres: { nom: string; sens: string; expected: string }[]
  exemples: string[]
}

/** Each address: what it gives, what it reads, and examples, which are links without a script. */
export function Adresses({ adresses }: { adresses: readonly Decrite[] }) {
  return adresses.map(({ chemin, titre, description, formats, parametres, exemples }) => (
    <details className="pli" key={chemin} id={chemin.replace('/api/v1/', '').replace(/\W+/g, '-')}>
      <summary>
        <span>
          {titre} : <code>{chemin}</code>
        </span>
      </summary>
      <div className="pli-contenu">
        {description && <p>{description}</p>}
        <p>Formats : {formats.join(', ')}.</p>
        {parametres.length > 0 && (
          <dl>
            {parametres.map(({ nom, sens, expected }) => (
              <div key={nom}>
                <dt>
                  <code>{nom}</code>
                </dt>
                <dd>
                  {sens} Valeur : {expected}.
                </dd>
              </div>
            ))}
          </dl>
        )}
        <ul className="exemples-api" data-island="exemples-api">
          {exemples.map((exemple) => (
            <li key={exemple}>
              <a href={exemple}>{exemple}</a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  ))
}
