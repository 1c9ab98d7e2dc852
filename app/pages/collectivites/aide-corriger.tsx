import { CARTOGRAPHIE, CORRECTIONS } from '#app/domain/collectivites/corrections.ts'

/** Where each source is mended, from the table that the reports use; who has no tool goes by the national map. */
export function AideCorriger() {
  const outils = CORRECTIONS.filter(({ lien }) => lien !== CARTOGRAPHIE.lien)
  return (
    <section aria-labelledby="corriger">
      <h2 id="corriger">Corriger une fiche</h2>
      <p>
        Chaque fiche vient d’une source, que la page du territoire nomme. Une fiche réunie de plusieurs sources se
        corrige chez chacune.
      </p>
      <p>
        <strong>Si vous n’êtes pas du lieu :</strong> cherchez-le sur la Cartographie nationale, puis appuyez sur «
        Signaler une erreur sur les informations du lieu ». <a href={CARTOGRAPHIE.lien}>{CARTOGRAPHIE.titre}</a>, ou
        écrivez à <a href="mailto:cartographie.sonum@anct.gouv.fr">cartographie.sonum@anct.gouv.fr</a>.
      </p>
      <dl className="fiche-etat">
        {outils.map(({ source, phrase, lien, titre }) => (
          <div key={source}>
            <dt>{source}</dt>
            <dd>
              {phrase} {lien && <a href={lien}>{titre}</a>}
            </dd>
          </div>
        ))}
        <div>
          <dt>Liste des postes</dt>
          <dd>
            Les postes validés viennent de la liste du comité de sélection. Nous ne lui connaissons pas d’outil de
            correction : écrivez à la préfecture du département.
          </dd>
        </div>
      </dl>
    </section>
  )
}
