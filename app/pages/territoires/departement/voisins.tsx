type Props = { voisins: { code: string; nom: string }[] }

/** The departments next door, and all of them. */
export function Voisins({ voisins }: Props) {
  return (
    <nav className="encart voisins" aria-labelledby="voisins">
      <h2 id="voisins">{voisins.length > 0 ? 'Départements voisins' : 'Autres départements'}</h2>
      <ul>
        {voisins.map(({ code, nom }) => (
          <li key={code}>
            <a href={`/departements/${code}`}>
              {nom} ({code})
            </a>
          </li>
        ))}
        <li>
          <a href="/departements">Tous les départements et territoires</a>
        </li>
      </ul>
    </nav>
  )
}
