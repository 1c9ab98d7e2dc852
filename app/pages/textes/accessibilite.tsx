import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { metadonnees } from '#app/components/metadonnees.ts'
import type { Editeur } from '#app/domain/citations/mentions.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { LienContact } from '#app/pages/textes/mentions.tsx'

/** What the page says of the check of the 106 criteria; docs/accessibilite.md, criterion by criterion, is tested to agree. */
export const DECLARATION = {
  /** Day of the last check, ISO. */
  date: '2026-11-30',
  respectes: 70,
  nonRespectes: 0,
  sansObjet: 35,
  nonVerifies: 1,
}

export function loader({ context }: LoaderFunctionArgs) {
  return { editeur: context.mentions.editeur, canonique: `${context.publicUrl}/accessibilite` }
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
  const { editeur } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-texte">
      <h1>Déclaration d’accessibilité</h1>
      <Engagement editeur={editeur} />
      <Etat />
      <NonAccessibles />
      <Etablissement />
      <Contact editeur={editeur} />
      <Recours />
    </div>
  )
}

function Engagement({ editeur }: { editeur: Editeur | null }) {
  return (
    <>
      <p>
        {editeur ? `${editeur.nom} veut` : 'Nous voulons'} que ce site serve à tous, et d’abord à ceux que
        l’informatique met en difficulté. Cette déclaration est volontaire : nous ne prétendons pas y être tenus par la
        loi. Elle suit le plan du « Référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, DINUM
        ».
      </p>
      <p>Elle s’applique à toutes les pages de ce site.</p>
    </>
  )
}

function Etat() {
  const { respectes, nonRespectes, sansObjet, nonVerifies } = DECLARATION
  return (
    <>
      <h2>État de conformité</h2>
      <p>
        <strong>Auto-évaluation, non auditée.</strong> Sans audit par un tiers, ce site ne se dit ni conforme, ni
        partiellement conforme, et n’affiche pas de taux.
      </p>

      <h2>Résultats des tests</h2>
      <p>Les auteurs du site ont regardé un à un les 106 critères du RGAA :</p>
      <ul>
        <li>respectés, autant que nos vérifications le montrent : {respectes} ;</li>
        <li>non respectés : {nonRespectes} ;</li>
        <li>sans objet, par exemple parce que le site n’a ni vidéo, ni son : {sansObjet} ;</li>
        <li>non vérifiés : {nonVerifies}.</li>
      </ul>
      <p>
        Le détail, critère par critère, accompagne le programme du site, dans le document{' '}
        <code>docs/accessibilite.md</code>. Aucune personne handicapée n’a encore essayé ce site pour nous, et aucun
        lecteur d’écran n’a été essayé.
      </p>
    </>
  )
}

function NonAccessibles() {
  return (
    <>
      <h2>Contenus non accessibles</h2>
      <h3>Non-conformités</h3>
      <p>Nos vérifications n’en trouvent plus. Il reste :</p>
      <ul>
        <li>
          Les textes que les fichiers publient (horaires particuliers, présentations) sont montrés tels quels : certains
          sont peu clairs.
        </li>
        <li>
          Rien n’a été essayé avec un lecteur d’écran (critère 7.1), ni les fichiers à télécharger avec une aide
          technique.
        </li>
      </ul>
      <h3>Dérogations pour charge disproportionnée</h3>
      <p>Aucune.</p>
      <h3>Contenus exemptés</h3>
      <p>
        La carte interactive. Tout ce qu’elle montre d’essentiel est dans la liste et dans la page de chaque lieu ; des
        liens permettent de la passer.
      </p>
    </>
  )
}

function Etablissement() {
  return (
    <>
      <h2>Établissement de cette déclaration</h2>
      <p>Cette déclaration est du {formatDate(DECLARATION.date)}.</p>
      <h3>Technologies</h3>
      <p>HTML, CSS, SVG, et JavaScript pour la carte et les filtres, qui fonctionnent aussi sans lui.</p>
      <h3>Environnement de test</h3>
      <p>
        Chromium sous Linux, au clavier et à la souris, sans lecteur d’écran ; fenêtres de 1 280, 640, 360 et 320 pixels
        ; thèmes clair et sombre, couleurs forcées, impression. Dans Firefox et WebKit, un seul parcours, à 1 280 et 360
        pixels.
      </p>
      <h3>Outils</h3>
      <p>
        axe-core ; html-validate ; le calcul des contrastes de la feuille de couleurs ; les outils de développement de
        Chromium.
      </p>
      <h3>Pages vérifiées</h3>
      <ul>
        <li>l’accueil et la liste : sans filtre, avec des filtres, sans résultat, avec un filtre erroné, la carte ;</li>
        <li>vos besoins ;</li>
        <li>un lieu avec téléphone, un lieu sans téléphone ; un employeur avec des lieux, un sans ;</li>
        <li>les chiffres : couverture, départements, un département, une commune, évolution, scénarios, méthode ;</li>
        <li>les collectivités : la recherche, un territoire, le vérificateur, être référencé ;</li>
        <li>à propos, les mentions légales, cette page, une page introuvable.</li>
      </ul>
    </>
  )
}

function Contact({ editeur }: { editeur: Editeur | null }) {
  return (
    <>
      <h2>Retour d’information et contact</h2>
      {editeur?.contact ? (
        <p>
          Si une page vous résiste, écrivez à {editeur.nom} : <LienContact contact={editeur.contact} />. Dites quelle
          page, et ce qui vous bloque. L’information doit vous être donnée d’une autre manière.
        </p>
      ) : (
        <p>
          Cette copie du site ne donne pas d’adresse où écrire : celui qui la publie doit en donner une (
          <code>PUBLISHER_CONTACT</code>). Voyez les <a href="/mentions-legales">mentions légales</a>. Vous pouvez aussi
          vous adresser au Défenseur des droits, ci-après.
        </p>
      )}
    </>
  )
}

function Recours() {
  return (
    <>
      <h2>Voies de recours</h2>
      <p>
        Vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et la réponse ne vous
        satisfait pas ? Vous pouvez :
      </p>
      <ul>
        <li>
          écrire au <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a> ;
        </li>
        <li>contacter son délégué dans votre département ;</li>
        <li>
          lui envoyer un courrier, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris
          CEDEX 07.
        </li>
      </ul>
    </>
  )
}
