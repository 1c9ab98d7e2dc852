import { formatDate } from '#app/domain/format.ts'

/** What is missing to compare: a second list, or any. */
export function ListeAbsente({ dates }: { dates: readonly string[] }) {
  const [seule] = dates
  return (
    <section className="encart" aria-labelledby="liste-absente">
      <h2 id="liste-absente">Il manque une liste pour comparer</h2>
      {seule === undefined ? (
        <p>
          Aucune liste de postes n’est importée. Pour voir une évolution, il en faut deux, de deux dates : ce sont les
          fichiers « structures validées par le comité de sélection », publiés sur data.gouv.fr.
        </p>
      ) : (
        <p>
          Une seule liste de postes est importée, celle du {formatDate(seule)}. Pour voir une évolution, il en faut une
          deuxième, d’une autre date : un autre fichier « structures validées par le comité de sélection ».
        </p>
      )}
    </section>
  )
}
