import { formatDate } from '#app/domain/texte/format.ts'
import { Titre } from './titre.tsx'

/** What each counted thing is. `datePostes`: that of the structures file, null without one. */
export function Mots({ datePostes }: { datePostes: string | null }) {
  return (
    <>
      <Titre ancre="poste" />
      <p>
        Un poste de conseiller numérique <strong>validé</strong> par un comité de sélection depuis 2021. Un poste validé
        n’est pas forcément pourvu. Il n’est pas forcément encore financé. Le site écrit donc toujours « postes validés
        au
        {datePostes ? ` ${formatDate(datePostes)}` : ', suivi de la date du fichier'} ».
      </p>
      <p>
        Chaque poste compte dans le département que sa ligne indique. Quand la commune écrite sur la ligne est dans un
        autre département, c’est celle du siège : elle est montrée, mais elle ne déplace pas les postes.
      </p>
      <Titre ancre="structure" />
      <p>
        Celle qui emploie : une mairie, un département, une association… Il y en a une par numéro SIRET. Les lignes d’un
        même SIRET sont additionnées.
      </p>
      <Titre ancre="lieu" />
      <p>
        Un endroit où un conseiller numérique reçoit des personnes. Une ligne du fichier des lieux compte si elle dit «
        Conseillers numériques » ou « CNFS », ou si elle vient de l’outil des conseillers numériques. Les lieux des
        autres réseaux ne comptent pas. Deux lignes du même lieu sont réunies : le nombre de lieux peut être plus petit
        que le nombre de lignes.
      </p>
      <p>
        Un employeur sans lieu connu reste visible, après les lieux, avec son propre compte. Il n’est jamais compté
        comme un lieu.
      </p>
      <Titre ancre="france-services" />
      <p>
        Un autre réseau, qui aide dans les démarches. Le site le montre à part, si vous le demandez. Il n’entre dans
        aucun compte de lieux ni de postes.
      </p>
      <Titre ancre="commune" />
      <p>
        Une commune d’aujourd’hui. Un ancien code est suivi jusqu’à la commune qui l’a remplacé. Les arrondissements de
        Paris, Lyon et Marseille comptent dans leur ville. Le département vient du code de la commune, jamais du code
        postal.
      </p>
      <Titre ancre="rayon" />
      <p>
        La distance que vous choisissez autour d’un point : 5, 10, 20 ou 50 km. Elle est mesurée à vol d’oiseau, donc
        plus courte que par la route.
      </p>
    </>
  )
}
