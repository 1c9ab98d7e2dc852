import type { KindVerifie } from '#app/domain/rapport/verification.ts'

type Props = { contenu: string | null; kind: KindVerifie | null }

/** Nothing is kept here: a download sends the content again, from this page or, when it is long, from the file. */
export function Telechargements({ contenu, kind }: Props) {
  return (
    <form
      className="verification-telechargements"
      method="post"
      action="/collectivites/verifier/rapport.csv"
      encType="multipart/form-data"
      autoComplete="off"
    >
      <input type="hidden" name="type" value={kind ?? ''} />
      {contenu === null ? (
        <p>
          <label htmlFor="fichier-encore">
            Votre fichier n’est pas gardé, et il est trop long pour tenir dans cette page : choisissez-le de nouveau
            pour télécharger.
          </label>
          <input id="fichier-encore" name="fichier" type="file" required accept=".csv,.txt,.tsv,text/csv,text/plain" />
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
