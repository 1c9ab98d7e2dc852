import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { Titre } from './titre.tsx'

type Manques = { communesSansCentre: number; population: number; populationSansCentre: number }

/** From where to where, and who is left out. */
export function Distances({ communesSansCentre, population, populationSansCentre }: Manques) {
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
        sur {couverte} de la population. Un territoire dont le fichier des lieux ne dit rien, comme certaines îles, n’a
        pas de distance : le site écrit « non connu ». Ses habitants ne comptent ni comme proches, ni comme éloignés.
      </p>
      <p>
        « La moitié des habitants à moins de » est une médiane : une moitié des habitants est plus près que cette
        distance, l’autre plus loin.
      </p>
      <Titre ancre="ou-france-services" />
      <p>
        Le même calcul, vers le plus proche d’un lieu de conseiller numérique ou d’une maison France services. Les deux
        fichiers n’ont pas la même date : le chiffre dit les deux. France services aide dans les démarches : ce n’est
        pas le même service.
      </p>
    </>
  )
}
