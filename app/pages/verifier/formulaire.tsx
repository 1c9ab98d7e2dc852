import { FICHIERS_ACCEPTES, formatMo, phraseTropGros } from '#app/depot/limites.ts'
import { KIND_LABELS } from '#app/domain/rapport/page.ts'
import { type ColonneAChoisir, KINDS_VERIFIES, type KindVerifie } from '#app/domain/rapport/verification.ts'
import { ChoixDeColonnes } from './choix-de-colonnes.tsx'

type Props = {
  /** What was pasted, given back when it could not be checked. */
  texte: string
  kind: KindVerifie | null
  /** Columns of the file last sent that nothing reads. */
  colonnes: readonly ColonneAChoisir[]
  /** What was already said of others. */
  choisies: readonly string[]
  /** Of the file, in bytes. */
  limite: number
  /** The id of the sentence that says what went wrong. */
  erreur: string | undefined
}

/** A file to choose, or its content to paste. */
export function FormulaireVerification({ texte, kind, colonnes, choisies, limite, erreur }: Props) {
  return (
    <form
      className="verification-formulaire"
      data-island="depot"
      data-octets={limite}
      data-trop={phraseTropGros(limite)}
      action="/collectivites/verifier"
      method="post"
      encType="multipart/form-data"
      autoComplete="off"
      aria-describedby={erreur}
    >
      <p id="obligatoire">Obligatoire : un fichier, ou son contenu collé.</p>
      <p>
        <label htmlFor="fichier">Fichier CSV, .xlsx ou .ods ({formatMo(limite)} au plus)</label>
        <input id="fichier" name="fichier" aria-describedby="obligatoire" type="file" accept={FICHIERS_ACCEPTES} />
      </p>
      <p>
        <label htmlFor="texte">Ou collez le contenu du fichier, avec sa première ligne</label>
        <textarea
          id="texte"
          name="texte"
          aria-describedby="obligatoire"
          rows={6}
          spellCheck={false}
          defaultValue={texte}
        />
      </p>
      <p>
        <label htmlFor="type">Ce que contient le fichier</label>
        <select id="type" name="type" className="champ-liste" defaultValue={kind ?? ''}>
          <option value="">Le reconnaître à ses colonnes</option>
          {KINDS_VERIFIES.map((one) => (
            <option key={one} value={one}>
              {KIND_LABELS[one]}
            </option>
          ))}
        </select>
      </p>
      <ChoixDeColonnes colonnes={colonnes} choisies={choisies} kind={kind} />
      <button type="submit" className="bouton">
        Vérifier
      </button>
      <p className="discret">
        Le fichier est lu, puis oublié : rien n’est enregistré, ni le fichier, ni son nom, ni le rapport.
      </p>
    </form>
  )
}
