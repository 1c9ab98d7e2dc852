import type { Barre as Ecart } from '#app/dessin/barres-evolution.tsx'
import { type Barre, Barres, hauteurBarres } from '#app/dessin/barres-scenario.tsx'
import { Choropleth } from '#app/dessin/choropleth.tsx'
import { COURBE, CourbeDistance, type Serie } from '#app/dessin/courbe-distance.tsx'
import { HAUTEUR_COURBE } from '#app/dessin/courbe-evolution.tsx'
import { CourbeListes, CourbeValidations } from '#app/dessin/dessins-evolution.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import type { CarteDeClasses } from '#app/dessin/fond-de-carte.ts'
import { PlanDepartement, type PlanDepartementDessine } from '#app/dessin/plan-departement.tsx'
import { formatValeur, type Nature } from '#app/domain/chiffres/tableau.ts'
import { type ChoixCouverture, hrefCouverture } from '#app/pages/couverture/parametres.ts'
import { DessinBarres, Dessin as DessinSvg, LARGEUR_PAGE } from '#app/pages/evolution/figure.tsx'

type Carte = Pick<CarteDeClasses, 'fond' | 'valeurs' | 'classes' | 'methode'>

/** What is drawn, as plain values. */
export type Dessin =
  | { genre: 'carte'; carte: Carte; nature: Nature; choix: ChoixCouverture; titre: string }
  | { genre: 'distance'; series: readonly Serie[] }
  | { genre: 'listes'; listes: readonly { date: string; postes: number }[]; dit: string }
  | { genre: 'mois'; mois: readonly { mois: string; postes: number; cumul: number }[] }
  | { genre: 'ecarts'; barres: Ecart[]; colonnes: number }
  | { genre: 'scenario'; barres: readonly Barre[] }
  | { genre: 'plan'; plan: PlanDepartementDessine }

const LARGEUR_SCENARIO = 420

/** A drawing as its page shows it, alone. `titre`: what it shows, for who does not see it. */
export function DessinSeul({ dessin, titre }: { dessin: Dessin; titre: string }) {
  switch (dessin.genre) {
    case 'carte':
      return <CarteSeule {...dessin} />
    case 'distance':
      return (
        <svg viewBox={`0 0 ${COURBE.largeur} ${COURBE.hauteur}`} role="img" aria-label={titre}>
          <CourbeDistance encre={ENCRE_PAGE} series={dessin.series} />
        </svg>
      )
    case 'listes':
      return (
        <DessinSvg hauteur={HAUTEUR_COURBE} label={`${titre}. ${dessin.dit}`}>
          <CourbeListes listes={dessin.listes} largeur={LARGEUR_PAGE} encre={ENCRE_PAGE} />
        </DessinSvg>
      )
    case 'mois':
      return (
        <DessinSvg hauteur={HAUTEUR_COURBE} label={titre}>
          <CourbeValidations mois={dessin.mois} largeur={LARGEUR_PAGE} encre={ENCRE_PAGE} />
        </DessinSvg>
      )
    case 'ecarts':
      return <DessinBarres barres={dessin.barres} colonnes={dessin.colonnes} label={titre} />
    case 'scenario':
      return (
        <svg viewBox={`0 0 ${LARGEUR_SCENARIO} ${hauteurBarres(dessin.barres)}`} role="img" aria-label={titre}>
          <Barres barres={dessin.barres} largeur={LARGEUR_SCENARIO} encre={ENCRE_PAGE} />
        </svg>
      )
    case 'plan':
      return (
        <svg viewBox={dessin.plan.boite.join(' ')} role="img" aria-label={titre}>
          <PlanDepartement plan={dessin.plan} encre={ENCRE_PAGE} />
        </svg>
      )
  }
}

/** Each shape leads to its department, or to the row of its region. */
function CarteSeule({ carte, nature, choix, titre }: Extract<Dessin, { genre: 'carte' }>) {
  const page = hrefCouverture({ ...choix, trier: null })
  const format = (valeur: number) => formatValeur(nature, valeur)
  return (
    <Choropleth
      {...carte}
      format={format}
      dire={(valeur) => `${format(valeur)} (${titre.toLowerCase()})`}
      unite={titre}
      titre={titre}
      hrefOf={(code) => (choix.maille === 'departement' ? `/departements/${code}` : `${page}#t-${code}`)}
    />
  )
}
