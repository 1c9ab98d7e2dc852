import type { Barre } from '#app/dessin/barres-evolution.tsx'
import { HAUTEUR_COURBE } from '#app/dessin/courbe-evolution.tsx'
import { CourbeListes, describeListes } from '#app/dessin/dessins-evolution.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { Dessin, DessinBarres, FigureDessin, LARGEUR_PAGE } from './figure.tsx'
import { Tableaux, TableauxPlies } from './tableaux.tsx'

type Props = {
  listes: readonly { date: string; postes: number }[]
  periode: { de: string; a: string } | null
  barres: { regions: Barre[]; departements: Barre[] }
  tableaux: readonly Tableau[]
  recherche: string
  trier: string | null
}

const PARTIES = [
  ['listes-comparees', 'D’une liste à l’autre'],
  ['par-region', 'Par région'],
  ['par-departement', 'Par département'],
  ['par-ruralite', 'Par ruralité'],
  ['par-employeur', 'Employeur par employeur'],
  ['par-mois', 'Quand les postes ont été validés'],
] as const

const EMPLOYEURS = [
  ['employeurs-nouveaux', 'Ceux qui sont nouveaux'],
  ['employeurs-sans-poste', 'Ceux qui ont désormais 0 poste'],
  ['employeurs-absents', 'Ceux qui n’apparaissent plus'],
  ['employeurs-deplaces', 'Ceux dont des postes sont dans une autre commune'],
] as const

/** Two lists compared: in all, by region, by department, by rurality, employer by employer. */
export function Comparaison({ listes, periode, barres, ...rest }: Props) {
  const { recherche } = rest
  const hasMonths = rest.tableaux.some(({ id }) => id === 'validations')
  const dates = periode ? `du ${formatDate(periode.de)} au ${formatDate(periode.a)}` : ''
  const titres = {
    listes: 'Postes validés, liste par liste',
    regions: `Écart des postes validés par région, ${dates}`,
    departements: `Écart des postes validés par département, ${dates}`,
  }
  return (
    <>
      <nav aria-label="Sur cette page" className="ecran">
        <ul className="sommaire">
          {PARTIES.filter(([id]) => id !== 'par-mois' || hasMonths).map(([id, nom]) => (
            <li key={id}>
              <a href={`#${id}`}>{nom}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="listes-comparees">D’une liste à l’autre</h2>
      <div className="cote-a-cote dessin-et-tableau">
        <FigureDessin titre={titres.listes} figure="postes-par-liste" recherche={recherche} tableau="listes">
          <Dessin hauteur={HAUTEUR_COURBE} label={`${titres.listes}. ${describeListes(listes)}`}>
            <CourbeListes listes={listes} largeur={LARGEUR_PAGE} encre={ENCRE_PAGE} />
          </Dessin>
        </FigureDessin>
        <Tableaux {...rest} ids={['bilan']} />
      </div>
      <TableauxPlies {...rest} ids={['listes']} titre="Les postes, liste par liste" />
      <h2 id="par-region">Par région</h2>
      <FigureDessin titre={titres.regions} figure="ecarts-regions" recherche={recherche} tableau="regions">
        <DessinBarres barres={barres.regions} colonnes={3} label={titres.regions} />
      </FigureDessin>
      <TableauxPlies {...rest} ids={['regions']} titre="Les postes par région" />
      <TableauxPlies {...rest} ids={['regions-employeurs']} titre="Les employeurs par région" />
      <h2 id="par-departement">Par département</h2>
      <details className="pli">
        <summary>{titres.departements} : le dessin</summary>
        <div className="pli-contenu">
          <FigureDessin
            titre={titres.departements}
            figure="ecarts-departements"
            recherche={recherche}
            tableau="departements"
          >
            <DessinBarres barres={barres.departements} colonnes={3} label={titres.departements} />
          </FigureDessin>
        </div>
      </details>
      <TableauxPlies {...rest} ids={['departements']} titre="Les postes par département" />
      <TableauxPlies {...rest} ids={['departements-employeurs']} titre="Les employeurs par département" />
      <h2 id="par-ruralite">Par ruralité du siège de l’employeur</h2>
      <TableauxPlies {...rest} ids={['ruralite']} titre="Les postes par ruralité du siège" />
      <TableauxPlies {...rest} ids={['ruralite-employeurs']} titre="Les employeurs par ruralité du siège" />
      <h2 id="par-employeur">Employeur par employeur</h2>
      {EMPLOYEURS.map(([id, titre]) => (
        <TableauxPlies key={id} {...rest} ids={[id]} titre={titre} />
      ))}
    </>
  )
}
