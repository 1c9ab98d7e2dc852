import { FICHIERS_ACCEPTES } from '#app/depot/limites.ts'
import type { KindVerifie } from '#app/domain/rapport/verification.ts'

/** `choisies`: what was said of the columns. */
type Props = { contenu: string | null; kind: KindVerifie | null; choisies: readonly string[] }

/** Nothing is kept here: a download sends the content again, from this page or, when it is long, from the file. */
export function Telechargements({ contenu, kind, choisies }: Props) {
  return (
    <form
      className="verification-telechargements"
      method="post"
      action="/collectivites/verifier/rapport.csv"
      encType="multipart/form-data"
      autoComplete="off"
    >
      <input type="hidden" name="type" value={kind ?? ''} />
      {choisies.map((one) => (
        <input key={one} type="hidden" name="colonne" value={one} />
      ))}
      {contenu === null ? (
        <p>
          <label htmlFor="fichier-encore">
            Votre fichier n’est pas gardé, et il ne tient pas dans cette page : choisissez-le de nouveau pour
            télécharger.
          </label>
          <input id="fichier-encore" name="fichier" type="file" required accept={FICHIERS_ACCEPTES} />
        </p>
      ) : (
        <input type="hidden" name="texte" value={contenu} />
      )}
      <button type="submit" className="bouton">
        Télécharger le rapport (CSV)
      </button>{' '}
      <button type="submit" className="bouton-second" formAction="/collectivites/verifier/corrige.csv">
        Télécharger le fichier corrigé
      </button>
      <p className="discret">
        Le fichier corrigé reçoit les corrections sûres : celles qui changent l’écriture, jamais le sens. Le reste est à
        vous de décider.
      </p>
    </form>
  )
}
