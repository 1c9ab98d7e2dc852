import { Titre } from './titre.tsx'

/** The formula of each figure, in words. */
export function Chiffres() {
  return (
    <>
      <Titre ancre="lieux-pour-10000" />
      <p>
        Le nombre de lieux connus, divisé par le nombre d’habitants, fois 10 000. Les habitants sont ceux du fichier des
        communes, au recensement qu’il dit. Deux décimales. Un lieu compte pour un, qu’il ouvre une heure ou cinq jours
        par semaine.
      </p>
      <Titre ancre="postes-pour-10000" />
      <p>
        Le même calcul, avec les postes validés du fichier le plus récent. Le chiffre ne dit pas combien de conseillers
        travaillent aujourd’hui. À lire par territoire sur <a href="/couverture">Couverture</a>,{' '}
        <a href="/departements">Départements</a> et <a href="/epci">Intercommunalités</a>.
      </p>
      <Titre ancre="situes" />
      <p>
        Les postes validés dont l’employeur a au moins un lieu dans le fichier des lieux, divisés par tous les postes
        validés. Ce n’est pas la part des conseillers qui reçoivent : c’est ce que le fichier des lieux sait d’eux. Sous
        50 %, une page de territoire le dit à côté de chaque compte de lieux.
      </p>
      <Titre ancre="heures" />
      <p>
        La durée d’ouverture d’une semaine ordinaire, additionnée sur les lieux qui publient leurs heures. Deux lectures
        sont données : les heures publiées, telles quelles ; puis les mêmes, si les lieux qui n’en publient pas
        ouvraient autant que les autres lieux de leur classe de communes.
      </p>
      <Titre ancre="investissement" />
      <p>
        La somme de la colonne « Investissement financier estimatif total de l’Etat » du fichier des postes. C’est une
        estimation de la source. Ce n’est pas ce qui a été payé.
      </p>
      <Titre ancre="classes" />
      <p>
        Une carte range les territoires en quelques classes, de la plus petite valeur à la plus grande. Avec les{' '}
        <strong>quantiles</strong>, chaque classe a presque autant de territoires. Avec la méthode de{' '}
        <strong>Jenks</strong>, les valeurs proches vont ensemble, et les limites tombent dans les creux. La légende
        donne les vraies bornes et le nombre de territoires. Un territoire hachuré n’a pas de donnée : ce n’est pas
        zéro.
      </p>
    </>
  )
}
