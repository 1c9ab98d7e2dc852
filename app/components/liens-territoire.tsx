type Props = { departement: string; nom: string; commune: string | null }

/** The pages of the department and the commune where something stands. Items of a list. */
export function Territoires({ departement, nom, commune }: Props) {
  return (
    <>
      <li>
        <a href={`/departements/${departement}`}>
          {nom} ({departement})
        </a>
      </li>
      {commune && (
        <li>
          <a href={`/communes/${commune}`}>La commune en chiffres</a>
        </li>
      )}
    </>
  )
}
