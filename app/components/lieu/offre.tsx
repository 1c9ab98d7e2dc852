import type { Champ } from '#app/domain/champs.ts'
import type { LieuComplet } from './lieu-complet.ts'

// In the order of a visitor's questions. `ecran`: nobody misses it on a sheet of paper.
const QUESTIONS: { champ: Champ; question: string; ecran?: true }[] = [
  { champ: 'service', question: 'Ce qu’on peut y faire' },
  { champ: 'frais', question: 'Combien cela coûte' },
  { champ: 'acces', question: 'Comment venir' },
  { champ: 'accompagnement', question: 'Comment on vous aide' },
  { champ: 'public', question: 'Publics accueillis en particulier' },
  { champ: 'prise_en_charge', question: 'Prise en charge adaptée' },
  { champ: 'label', question: 'Réseaux', ecran: true },
  { champ: 'formation', question: 'Formations et labels', ecran: true },
]

// Beyond so many letters, paper takes a smaller type: what is said must stand on the sheet.
const LONGUE = 360

/** What the place says that it does, question by question; nothing for what it does not say. */
export function Offre({ lieu }: { lieu: LieuComplet }) {
  const dites = QUESTIONS.map((demande) => ({ ...demande, valeurs: lieu.valeurs[demande.champ] ?? [] }))
  const connues = dites.filter(({ valeurs }) => valeurs.length > 0)
  const presentation = lieu.detail ?? lieu.resume
  if (connues.length === 0 && !presentation) return null
  const lettres = [presentation, ...connues.filter(({ ecran }) => !ecran).flatMap(({ valeurs }) => valeurs)].join('')
  return (
    <section className={`encart sur-place${lettres.length > LONGUE ? ' papier-dense' : ''}`} aria-labelledby="offre">
      <h2 id="offre">Sur place</h2>
      {presentation && <p className="presentation">{presentation}</p>}
      <dl className="offre">
        {connues.map(({ question, valeurs, ecran }) => (
          <div key={question} className={ecran && 'ecran'}>
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
