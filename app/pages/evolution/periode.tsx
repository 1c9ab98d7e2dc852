import { formatDate } from '#app/domain/texte/format.ts'

type Liste = { date: string }
type Props = { millesimes: readonly Liste[]; de: string; a: string }

/** The choice of two lists, once there are more than two. Works without a script. */
export function ChoixPeriode({ millesimes, de, a }: Props) {
  if (millesimes.length < 3) return null
  return (
    <form action="/evolution" className="periode">
      <ChoixDate nom="de" label="De la liste du" dates={millesimes} choisie={de} />
      <ChoixDate nom="a" label="à la liste du" dates={millesimes} choisie={a} />
      <button type="submit" className="bouton">
        Comparer
      </button>
    </form>
  )
}

function ChoixDate({
  nom,
  label,
  dates,
  choisie,
}: {
  nom: string
  label: string
  dates: readonly Liste[]
  choisie: string
}) {
  return (
    <label htmlFor={`periode-${nom}`}>
      {label}
      <select id={`periode-${nom}`} name={nom} className="champ-liste" defaultValue={choisie}>
        {dates.map(({ date }) => (
          <option key={date} value={date}>
            {formatDate(date)}
          </option>
        ))}
      </select>
    </label>
  )
}
