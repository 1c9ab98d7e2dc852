import { FINANCEMENT } from '#app/domain/citations/financement.ts'

/** What Parliament and the State publish of the money, year by year, each line with who says it and when. */
export function Financement() {
  return (
    <>
      <h2 id="enjeu">Que publient le Sénat et l’État ?</h2>
      <p>
        Chaque année, la loi de finances dit ce que l’État paie.{' '}
        <strong>Le montant final pour 2026 n’est pas connu de ce site</strong> : il n’est donc pas écrit ici.
      </p>
      <ul className="faits">
        {FINANCEMENT.map(({ quand, texte, source, date, url }) => (
          <li key={quand + texte}>
            <strong>{quand}</strong>
            <span>{texte}</span>
            <cite>
              {url === null ? source : <a href={url}>{source}</a>}, {date}
            </cite>
          </li>
        ))}
      </ul>
    </>
  )
}
