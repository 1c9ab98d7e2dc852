import { formatDate } from '#app/domain/format.ts'
import type { Tableau } from '#app/domain/tableau.ts'
import { ENCRE_PAGE } from '../graphique/encre.ts'
import type { Barre } from './barres.tsx'
import { HAUTEUR_COURBE } from './courbe.tsx'
import { CourbeListes, describeListes } from './dessins.tsx'
import { Dessin, DessinBarres, FigureDessin, LARGEUR_PAGE } from './figure.tsx'
import { Tableaux } from './tableaux.tsx'

type Props = {
  listes: readonly { date: string; postes: number }[]
  periode: { de: string; a: string } | null
  barres: { regions: Barre[]; departements: Barre[] }
  tableaux: readonly Tableau[]
  recherche: string
  trier: string | null
}

/** Two lists compared: in all, by region, by department, by rurality, employer by employer. */
export function Comparaison({ listes, periode, barres, ...rest }: Props) {
  const { recherche } = rest
  const dates = periode ? `du ${formatDate(periode.de)} au ${formatDate(periode.a)}` : ''
  const titres = {
    listes: 'Postes validés, liste par liste',
    regions: `Écart des postes validés par région, ${dates}`,
    departements: `Écart des postes validés par département, ${dates}`,
  }
  return (
    <>
      <h2>D’une liste à l’autre</h2>
      <FigureDessin titre={titres.listes} fichier="/evolution/postes-par-liste" recherche={recherche} tableau="listes">
        <Dessin hauteur={HAUTEUR_COURBE} label={`${titres.listes}. ${describeListes(listes)}`}>
          <CourbeListes listes={listes} largeur={LARGEUR_PAGE} encre={ENCRE_PAGE} />
        </Dessin>
      </FigureDessin>
      <Tableaux {...rest} ids={['listes', 'bilan']} />
      <h2>Par région</h2>
      <FigureDessin titre={titres.regions} fichier="/evolution/ecarts-regions" recherche={recherche} tableau="regions">
        <DessinBarres barres={barres.regions} colonnes={2} label={titres.regions} />
      </FigureDessin>
      <Tableaux {...rest} ids={['regions', 'regions-employeurs']} />
      <h2>Par département</h2>
      <FigureDessin
        titre={titres.departements}
        fichier="/evolution/ecarts-departements"
        recherche={recherche}
        tableau="departements"
      >
        <DessinBarres barres={barres.departements} colonnes={3} label={titres.departements} />
      </FigureDessin>
      <Tableaux {...rest} ids={['departements', 'departements-employeurs']} />
      <h2>Par ruralité du siège de l’employeur</h2>
      <Tableaux {...rest} ids={['ruralite', 'ruralite-employeurs']} />
      <h2>Employeur par employeur</h2>
      <Tableaux {...rest} ids={['employeurs-nouveaux', 'employeurs-absents', 'employeurs-deplaces']} />
    </>
  )
}
