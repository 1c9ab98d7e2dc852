import type { Fait } from '#app/domain/citations/faits.ts'

type Sujet = { sujet: string; titre: string; voix: { nom: string; faits: Fait[] }[] }

/** What each says of a subject, side by side and never mixed: a figure stands with its source and its date. */
export function FaitsDuSujet({ sujet, titre, voix }: Sujet) {
  return (
    <section className="sujet" aria-labelledby={sujet}>
      <h3 id={sujet}>{titre}</h3>
      <div className="voix">
        {voix.map(({ nom, faits }) => (
          <div key={nom}>
            <h4>{nom}</h4>
            {faits.length === 0 ? <p className="discret">Pas de chiffre.</p> : <Faits faits={faits} />}
          </div>
        ))}
      </div>
    </section>
  )
}

function Faits({ faits }: { faits: Fait[] }) {
  return (
    <ul className="faits">
      {faits.map((fait) => (
        <li key={fait.chiffre + fait.source}>
          <strong>{fait.chiffre}</strong>
          <span>{fait.texte}</span>
          <cite>
            {fait.url === null ? fait.source : <a href={fait.url}>{fait.source}</a>}, {fait.date}
          </cite>
        </li>
      ))}
    </ul>
  )
}
