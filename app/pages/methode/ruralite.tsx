import { Tableau } from '#app/components/tableau.tsx'
import type { Dates } from '#app/domain/chiffres/dates.ts'
import { type Tableau as Donnees, formatValeur } from '#app/domain/chiffres/tableau.ts'
import { ACCORD_2024 } from '#app/domain/citations/methode.ts'
import { type Classes, phraseDesLectures } from '#app/domain/couverture/lectures.ts'
import { DENSITE_LABELS, RURALITE_LABELS, ruraliteOfDensite } from '#app/domain/vocabulary.ts'
import { hrefFichier, Titre } from './titre.tsx'

type Accord = typeof ACCORD_2024 & { communes: number }
type Props = { lectures: Donnees; classes: Classes; dates: Dates; accord: Accord | null; estimee: boolean }

/** How a commune is said rural, and why the seat and the place do not tell the same. */
export function LireRuralite({ lectures, classes, dates, accord, estimee }: Props) {
  return (
    <>
      <Titre ancre="ruralite" />
      <p>
        La classe d’une commune vient de la grille communale de densité de l’Insee. Selon l’Insee, cette grille « permet
        de classer les communes en fonction du nombre d’habitants et de la répartition de ces habitants sur leur
        territoire » (<a href="https://www.insee.fr/fr/information/8571524">Insee, grille communale de densité</a>).
      </p>
      <p>Elle a sept niveaux. Le site les lit en trois classes, comme l’Insee :</p>
      <ol>
        {DENSITE_LABELS.map((nom, rang) => (
          <li key={nom}>
            {nom} : {RURALITE_LABELS[ruraliteOfDensite(rang + 1)].toLowerCase()}
          </li>
        ))}
      </ol>
      <p>
        Les niveaux 1 à 4 sont urbains. Une commune plus récente que la grille prend la classe de l’ancienne commune la
        plus peuplée qui la compose. Une commune que la grille ne connaît pas est « non classée » : elle forme une
        quatrième classe, et les quatre font le total.
      </p>
      <Titre ancre="lieux-et-sieges" />
      <p>
        Un poste est enregistré au siège de l’employeur. Une communauté de communes ou un département a souvent son
        siège en ville, et envoie ses conseillers dans les villages. Compter les postes par siège montre donc moins de
        rural que compter les lieux où les gens sont reçus.
      </p>
      <p>
        {estimee && 'Estimation, faute de la grille de l’Insee. '}
        {phraseDesLectures(classes, dates)} Chaque chiffre de ruralité est donné des deux façons : « par lieu d’accueil
        » d’abord, « par siège de l’employeur » à côté.
      </p>
      <Tableau tableau={lectures} hrefFichier={hrefFichier(lectures.id)} />
      <Titre ancre="estimations" />
      <Estimations accord={accord} estimee={estimee} />
    </>
  )
}

function Estimations({ accord, estimee }: { accord: Accord | null; estimee: boolean }) {
  const { rural, trois, ruralHabitants, troisHabitants } = accord ?? ACCORD_2024
  const part = (valeur: number) => formatValeur('part', valeur)
  return (
    <>
      <p>
        <strong>La ruralité sans la grille.</strong>{' '}
        {estimee ? 'C’est le cas aujourd’hui : la grille n’a pas été importée. ' : 'Ce n’est pas le cas aujourd’hui. '}
        Sans elle, la classe est estimée par le nombre d’habitants : rural sous 3 500, urbain intermédiaire de 3 500 à
        20 000, urbain dense au-dessus. Le mot « estimation » est alors écrit à côté du chiffre. Comparée à la grille de
        l’Insee de 2024, cette estimation dit juste, rural ou non, pour {part(rural)} des communes (
        {part(ruralHabitants)} des habitants). Pour les trois classes, c’est {part(trois)} des communes (
        {part(troisHabitants)} des habitants).
      </p>
      <p>
        <strong>Les positions.</strong> Sans point publié, ou si le point est trop loin, le lieu est placé à son adresse
        si elle a été trouvée, sinon au centre de sa commune. La page dit alors « position approximative ».
      </p>
      <p>
        <strong>Les centres des communes.</strong> Les distances partent du centre de chaque commune. Ses habitants
        peuvent être plus près ou plus loin.
      </p>
      <p>
        <strong>Les distances.</strong> Elles sont à vol d’oiseau. Par la route, il y a toujours plus loin.
      </p>
    </>
  )
}
