import type { Champ } from '#app/domain/lieu/champs.ts'
import { QUESTIONS } from '#app/domain/lieu/questions.ts'
import type { LieuComplet } from './lieu-complet.ts'

// In the order of a visitor's questions.
const ORDRE = Object.keys(QUESTIONS) as Champ[]
/** Names of programmes, which tell a visitor nothing: they are folded with what the collectivité reads. */
const TUS: readonly Champ[] = ['label', 'formation']

// Beyond so many letters, paper takes a smaller type: what is said must stand on the sheet.
const LONGUE = 360

/** What the place says that it does, question by question; nothing for what it does not say. */
export function Offre({ lieu }: { lieu: LieuComplet }) {
  const dites = ORDRE.filter((champ) => !TUS.includes(champ)).map((champ) => {
    return { question: QUESTIONS[champ], valeurs: lieu.valeurs[champ] ?? [] }
  })
  const connues = dites.filter(({ valeurs }) => valeurs.length > 0)
  const presentation = lieu.detail ?? lieu.resume
  if (connues.length === 0 && !presentation) return null
  const lettres = [presentation, ...connues.flatMap(({ valeurs }) => valeurs)].join('')
  return (
    <section className={`encart sur-place${lettres.length > LONGUE ? ' papier-dense' : ''}`} aria-labelledby="offre">
      <h2 id="offre">Sur place</h2>
      {presentation && <p className="presentation">{presentation}</p>}
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
