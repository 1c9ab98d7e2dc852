import type { Champ } from '#app/domain/champs.ts'
import { QUESTIONS } from '#app/domain/questions.ts'
import type { LieuComplet } from './lieu-complet.ts'

// In the order of a visitor's questions.
const ORDRE = Object.keys(QUESTIONS) as Champ[]

/** What the place says that it does, question by question; nothing for what it does not say. */
export function Offre({ lieu }: { lieu: LieuComplet }) {
  const dites = ORDRE.map((champ) => ({ question: QUESTIONS[champ], valeurs: lieu.valeurs[champ] ?? [] }))
  const connues = dites.filter(({ valeurs }) => valeurs.length > 0)
  const presentation = lieu.detail ?? lieu.resume
  if (connues.length === 0 && !presentation) return null
  return (
    <section className="encart sur-place" aria-labelledby="offre">
      <h2 id="offre">Sur place</h2>
      {presentation && <p>{presentation}</p>}
      <dl className="offre">
        {connues.map(({ question, valeurs }) => (
          <div key={question}>
            <dt>{question}</dt>
            {valeurs.map((valeur) => (
              <dd key={valeur}>{valeur}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
