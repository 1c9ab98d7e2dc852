import { HAUTEUR_COURBE } from '#app/dessin/courbe-evolution.tsx'
import { CourbeValidations } from '#app/dessin/dessins-evolution.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { Dessin, FigureDessin, LARGEUR_PAGE } from './figure.tsx'
import { TableauxPlies } from './tableaux.tsx'

type Mois = { mois: string; postes: number; cumul: number }
type Props = {
  validations: { date: string; mois: readonly Mois[]; phrase: string | null }
  tableaux: readonly Tableau[]
  recherche: string
  trier: string | null
}

export function titreValidations(date: string): string {
  return `Postes de la liste du ${formatDate(date)}, selon leur date de validation`
}

/** When the posts of one list were validated: of that list only, which is not how many there were at each date. */
export function Validations({ validations: { date, mois, phrase }, ...rest }: Props) {
  const titre = titreValidations(date)
  const total = mois.at(-1)?.cumul ?? 0
  return (
    <>
      <h2 id="par-mois">Quand les postes ont été validés</h2>
      <div className="cote-a-cote">
        <p>
          La date est celle de la décision du comité de sélection. Ce dessin ne montre que les postes de la liste du{' '}
          {formatDate(date)} : ceux qui en sont sortis avant n’y sont pas. Il ne dit donc pas combien de postes étaient
          validés à chaque date. {phrase}
        </p>
        <FigureDessin titre={titre} figure="validations-par-mois" recherche={rest.recherche} tableau="validations">
          <Dessin hauteur={HAUTEUR_COURBE} label={`${titre} : ${compte(total, 'poste', 'postes')} à la fin`}>
            <CourbeValidations mois={mois} largeur={LARGEUR_PAGE} encre={ENCRE_PAGE} />
          </Dessin>
        </FigureDessin>
      </div>
      <TableauxPlies {...rest} ids={['validations']} titre="Les postes, mois par mois" />
    </>
  )
}
