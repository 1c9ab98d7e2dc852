import { PETITION } from '#app/domain/citations/faits-sources.ts'

/** What the petition asks for and says, whole, in plain words: each line is its own, not the site's. */
export function Petition() {
  return (
    <>
      <h2 id="petition">Que demande la pétition ?</h2>
      <p>
        Source : {PETITION.source}, {PETITION.date}. Ce site la résume et ne prend pas position.
      </p>
      <p>Elle demande à l’État trois choses :</p>
      <ol>
        <li>
          <strong>De l’argent pour plusieurs années</strong> : que le financement actuel, 42 millions d’euros en 2025
          selon elle, soit reconduit sur plusieurs années.
        </li>
        <li>
          <strong>Les 4 000 postes</strong> : qu’ils soient maintenus, sur tout le territoire.
        </li>
        <li>
          <strong>Une place durable</strong> : que ce service soit inscrit pour longtemps dans la politique d’inclusion
          numérique.
        </li>
      </ol>
      <p>Arrêter, dit-elle, serait renoncer à 300 millions d’euros investis depuis 2021.</p>
      <h2 id="raisons">Pourquoi, selon elle ?</h2>
      <ul>
        <li>
          <strong>Ce que France services ne fait pas.</strong> Une France services aide pour les démarches de 12
          opérateurs publics. Le conseiller aide pour le reste : rendez-vous médicaux, espace santé, sécurité en ligne,
          achats sur internet.
        </li>
        <li>
          <strong>Une aide humaine, proche et gratuite.</strong> Apprendre les outils de tous les jours, comprendre ses
          droits, accéder à la santé, à l’emploi, aux démarches et aux loisirs, rester en lien avec ses proches.
        </li>
        <li>
          <strong>Des effets.</strong> 97 % des personnes aidées disent avoir progressé. 93 % se sentent capables de
          faire seules ce qu’elles ne savaient pas faire.
        </li>
        <li>
          <strong>Un besoin plus grand que l’offre.</strong> Un tiers des Français veulent être accompagnés ; 10 % l’ont
          été.
        </li>
        <li>
          <strong>Des publics qui n’ont rien d’autre.</strong> Les habitants des campagnes, les personnes âgées, celles
          qui ont un handicap, celles qui changent de métier.
        </li>
        <li>
          <strong>Des métiers.</strong> Des professionnels formés, connus des acteurs locaux, employés par des
          collectivités et des associations.
        </li>
      </ul>
    </>
  )
}
