/** A territory of which nothing is published: what to do, rather than an empty page. */
export function Vide({ nom }: { nom: string }) {
  return (
    <section className="encart" aria-labelledby="vide">
      <h2 id="vide">Rien n’est publié pour {nom}</h2>
      <p>Ni lieu d’accueil, ni poste validé, dans les fichiers que ce site a lus.</p>
      <ul>
        <li>
          Un conseiller numérique y reçoit ? <a href="/collectivites/aide">Voyez comment le faire référencer</a>.
        </li>
        <li>
          Vous avez un fichier à publier ? <a href="/collectivites/verifier">Vérifiez-le d’abord</a>.
        </li>
        <li>
          Les lieux sont peut-être au nom d’une autre commune ou d’un autre employeur :{' '}
          <a href="/collectivites">cherchez-les</a>.
        </li>
      </ul>
    </section>
  )
}
