import { formatNombre } from '#app/domain/texte/format.ts'
import { Titre } from './titre.tsx'

type Manques = {
  lieux: number
  sansTelephone: number
  sansHoraires: number
  sansDate: number
  courrielsRetenus: number
}

/** What the figures do not say, and what the site does not keep. */
export function Limites({ manques }: { manques: Manques }) {
  const { lieux, sansTelephone, sansHoraires, sansDate, courrielsRetenus } = manques
  return (
    <>
      <Titre ancre="inconnu" />
      <ul>
        <li>Combien de postes validés sont pourvus aujourd’hui.</li>
        <li>
          Combien sont encore financés. Ce que disent les rapports du Sénat est sur la page{' '}
          <a href="/a-propos">À propos</a>.
        </li>
        <li>Combien de personnes sont aidées dans un lieu, ni combien de conseillers y travaillent.</li>
        <li>
          L’âge des horaires. La date d’une ligne est celle de sa dernière modification, quelle qu’elle soit. Au-delà de
          12 mois, le site dit « appelez avant de venir ». Au-delà de 18 mois, il ne dit plus « ouvert » ni « fermé ».
        </li>
        <li>
          Le téléphone de {formatNombre(sansTelephone)} lieux sur {formatNombre(lieux)}, les horaires de{' '}
          {formatNombre(sansHoraires)}
          {sansDate > 0 && `, la date de mise à jour de ${formatNombre(sansDate)}`} : le fichier ne les dit pas, ou ce
          qu’il en dit ne peut pas être lu.
        </li>
      </ul>
      <Titre ancre="limites" />
      <ul>
        <li>Les fichiers n’ont pas la même date. Un chiffre qui en rapproche deux rapproche deux moments.</li>
        <li>Un lieu qui n’est pas dans le fichier n’est pas sur ce site. Un lieu fermé peut y être encore.</li>
        <li>Peu de lieux dans un département peut vouloir dire peu de lieux, ou peu de lieux déclarés.</li>
        <li>Un taux sur un petit territoire change beaucoup pour un lieu de plus.</li>
        <li>
          Les zones ZRR et QPV sont celles « à la date de validation » du poste. Les ZRR ont pris fin le 30 juin 2024.
        </li>
      </ul>
      <Titre ancre="vie-privee" />
      <ul>
        <li>Aucun cookie, aucune mesure d’audience, aucun compte.</li>
        <li>
          {formatNombre(courrielsRetenus)} adresses électroniques qui semblent être celles d’une personne n’ont pas été
          publiées.
        </li>
        <li>
          Avec « Autour de moi », votre position reste dans votre appareil. Le site n’apprend que votre secteur, un
          dixième de degré de côté : environ 11 km sur 8.
        </li>
        <li>Une adresse tapée reste 10 minutes au plus dans la mémoire du serveur, sans être écrite.</li>
      </ul>
      <p>
        Le détail est dans les <a href="/mentions-legales">mentions légales</a>.
      </p>
    </>
  )
}
