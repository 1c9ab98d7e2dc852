import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { metadonnees } from '#app/components/metadonnees.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { canonique: `${context.publicUrl}/accessibilite` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: 'Accessibilité',
        description: 'Déclaration volontaire d’accessibilité, auto-évaluation non auditée.',
        canonique: page.canonique,
      })

// The sections and their order are those of the RGAA 4.1.2's model of declaration.
export default function Accessibilite() {
  return (
    <div className="largeur page-texte">
      <h1>Déclaration d’accessibilité</h1>
      <p>
        Ce site doit servir à tous, et d’abord à ceux que l’informatique met en difficulté. Cette déclaration est
        volontaire : la loi n’y oblige pas ce site. Elle suit le plan du « Référentiel général d’amélioration de
        l’accessibilité (RGAA), version 4.1.2, DINUM » et s’applique à toutes ses pages.
      </p>

      <h2>État de conformité</h2>
      <p>
        <strong>Auto-évaluation, non auditée.</strong> Sans audit par un tiers, ce site n’affiche ni taux, ni niveau de
        conformité.
      </p>

      <h2>Résultats des tests</h2>
      <p>
        Chaque type de page est vérifié par axe-core dans un navigateur, sans erreur signalée, avec et sans scripts, et
        jusqu’à 320 pixels de large. Ces outils ne voient qu’une partie des problèmes.
      </p>

      <h2>Contenus non accessibles</h2>
      <h3>Non-conformités connues</h3>
      <p>
        Les textes que les fichiers publient (horaires particuliers, présentations) sont montrés tels quels : certains
        sont peu clairs.
      </p>
      <h3>Dérogations pour charge disproportionnée</h3>
      <p>Aucune.</p>
      <h3>Contenus exemptés</h3>
      <p>
        La carte interactive. Tout ce qu’elle montre d’essentiel est dans la liste et dans la page de chaque lieu ; des
        liens permettent de la passer.
      </p>

      <h2>Établissement de cette déclaration</h2>
      <p>Technologies : HTML, CSS, SVG, et JavaScript pour la carte et les filtres, qui fonctionnent aussi sans lui.</p>
      <p>Outils : axe-core, Chromium.</p>
      <p>
        Pages vérifiées : l’accueil (avec et sans résultat, avec un filtre erroné), un lieu, un employeur, les mentions
        légales, cette page, une page introuvable.
      </p>

      <h2>Retour d’information et contact</h2>
      <p>
        Si une page vous résiste, écrivez à l’éditeur du site, nommé dans les{' '}
        <a href="/mentions-legales">mentions légales</a>. Il doit vous donner l’information d’une autre manière.
      </p>

      <h2>Voies de recours</h2>
      <p>Sans réponse satisfaisante, vous pouvez :</p>
      <ul>
        <li>
          écrire au <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a> ;
        </li>
        <li>
          lui envoyer un courrier, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris
          CEDEX 07.
        </li>
      </ul>
    </div>
  )
}
