import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { Titre } from './titre.tsx'

type Manques = { communesSansCentre: number; population: number; populationSansCentre: number }

/** The formula of each figure, in words. */
export function Chiffres({ manques }: { manques: Manques }) {
  return (
    <>
      <Titre ancre="chiffres" />
      <Titre ancre="lieux-pour-10000" />
      <p>
        Le nombre de lieux, divisé par le nombre d’habitants, fois 10 000. Les habitants sont ceux du fichier des
        communes. Deux décimales. Un lieu compte pour un, qu’il ouvre une heure ou cinq jours par semaine.
      </p>
      <Titre ancre="postes-pour-10000" />
      <p>
        Le même calcul, avec les postes validés du fichier le plus récent. Le chiffre ne dit pas combien de conseillers
        travaillent aujourd’hui. À lire par territoire sur <a href="/couverture">Couverture</a> et{' '}
        <a href="/departements">Départements</a>.
      </p>
      <DistanceAuLieu {...manques} />
      <Titre ancre="investissement" />
      <p>
        La somme de la colonne « Investissement financier estimatif total de l’Etat » du fichier des postes. C’est une
        estimation de la source. Ce n’est pas ce qui a été payé.
      </p>
      <Titre ancre="evolution" />
      <p>
        La différence entre deux fichiers de postes validés, à deux dates. Un employeur est suivi par son SIRET, sinon
        par son SIREN dans le même département. Un poste absent du second fichier n’est pas forcément supprimé : il peut
        être écrit autrement. Les lieux n’ont pas d’évolution : un seul état est connu. À lire sur{' '}
        <a href="/evolution">Évolution</a>.
      </p>
      <Titre ancre="scenarios" />
      <p>
        Un calcul « et si », pas une prévision. Des postes sont retirés selon une règle écrite sur la page. Un lieu est
        supposé fermer quand son employeur perd son dernier poste. Un lieu dont l’employeur n’est pas connu reste
        ouvert. Un tirage au sort garde son numéro : le même numéro donne le même tirage. À essayer sur{' '}
        <a href="/scenarios">Scénarios</a>.
      </p>
      <Titre ancre="classes" />
      <p>
        Une carte range les territoires en quelques classes, de la plus petite valeur à la plus grande. Avec les
        quantiles, chaque classe a presque autant de territoires. Avec la méthode de Jenks, les valeurs proches vont
        ensemble. La légende donne les vraies bornes et le nombre de territoires. Un territoire hachuré n’a pas de
        donnée : ce n’est pas zéro.
      </p>
    </>
  )
}

function DistanceAuLieu({ communesSansCentre, population, populationSansCentre }: Manques) {
  const couverte = population > 0 ? formatValeur('part', (population - populationSansCentre) / population) : '—'
  return (
    <>
      <Titre ancre="distance" />
      <p>
        Pour chaque commune, la distance à vol d’oiseau entre son centre et le lieu de conseiller numérique le plus
        proche, arrondie au mètre. La part « à 10 km au plus » est celle des habitants dont la commune a son centre à 10
        km ou moins d’un lieu. Tous les habitants d’une commune comptent au même point.
      </p>
      <p>
        {formatNombre(communesSansCentre)} communes n’ont pas de centre connu : elles ne comptent pas. Le calcul porte
        sur {couverte} de la population. Un territoire sans aucun lieu, comme certaines îles, n’a pas de distance : le
        site écrit « aucun lieu sur le territoire ». Ses habitants comptent comme éloignés.
      </p>
    </>
  )
}
