import { Tableau } from '#app/components/tableau.tsx'
import { type Barre, Barres, hauteurBarres } from '#app/dessin/barres-scenario.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import { readTri, type Tableau as Table } from '#app/domain/chiffres/tableau.ts'
import { withTrier } from '#app/domain/parametres/trier.ts'
import { hrefIntegrer } from '#app/pages/embed/figures.ts'

export type Lecture = {
  hypothese: string
  barres: readonly Barre[]
  titreBarres: string
  /** In the order of the page; what is too long is cut, and a note says so. */
  tableaux: readonly Table[]
  /** Those whose rows can be put in another order. */
  tries: readonly string[]
  /** How to make the draw again, and the address of another; null when nothing is drawn. */
  tirage: { refaire: readonly string[]; autre: { href: string; graine: number }; graine: number } | null
  /** What that draw alone gives; null when nothing is drawn. */
  resumeTirage: string | null
}
type Props = { lecture: Lecture; recherche: string; trier: string | null }

const LARGEUR = 420

/** The results of a scenario, each with the assumption that it rests on. `recherche`: the query string of the scenario. */
export function ResultatScenario({ lecture, recherche, trier }: Props) {
  const { hypothese, tableaux, tries, tirage } = lecture
  return (
    <>
      <p className="encart scenario-hypothese">{hypothese}</p>
      {tirage && <Tirage tirage={tirage} resume={lecture.resumeTirage} />}
      <Dessin lecture={lecture} recherche={recherche} />
      {tableaux.map((tableau, rang) => {
        const dessine = (
          <Tableau
            key={tableau.id}
            tableau={tableau}
            methode="scenarios"
            trier={trier}
            hrefTri={
              tries.includes(tableau.id) ? (cle) => `/scenarios${withTrier(recherche, cle)}#${tableau.id}` : undefined
            }
            hrefFichier={(extension) => hrefFichier(`${tableau.id}.${extension}`, recherche, trier)}
          />
        )
        if (rang === 0) return dessine
        return (
          <details className="pli" key={tableau.id} open={readTri(tableau, trier) !== null && trier !== null}>
            <summary>{tableau.titre}</summary>
            <div className="pli-contenu">{dessine}</div>
          </details>
        )
      })}
    </>
  )
}

function hrefFichier(fichier: string, recherche: string, trier: string | null = null): string {
  return `/scenarios/${fichier}${withTrier(recherche, trier)}`
}

function Tirage({ tirage, resume }: { tirage: NonNullable<Lecture['tirage']>; resume: string | null }) {
  const { refaire, autre, graine } = tirage
  return (
    <div className="scenario-tirage">
      <p>
        Le tirage n° {graine}, un parmi d’autres : {resume} <a href={autre.href}>Voir le tirage n° {autre.graine}</a>
      </p>
      <details className="pli">
        <summary>Refaire ce tirage</summary>
        <div className="pli-contenu">
          {refaire.map((phrase) => (
            <p key={phrase}>{phrase}</p>
          ))}
        </div>
      </details>
    </div>
  )
}

function Dessin({ lecture: { barres, titreBarres, hypothese }, recherche }: Omit<Props, 'trier'>) {
  if (barres.length === 0) return null
  return (
    <figure className="scenario-dessin" aria-labelledby="scenario-dessin">
      <h2 id="scenario-dessin">{titreBarres}</h2>
      <svg viewBox={`0 0 ${LARGEUR} ${hauteurBarres(barres)}`} role="img">
        <title>{titreBarres}</title>
        <Barres barres={barres} largeur={LARGEUR} encre={ENCRE_PAGE} />
      </svg>
      <figcaption>
        <p>{hypothese}</p>
        <p>
          Les mêmes chiffres sont dans le tableau « Par type de commune ».{' '}
          <a href={hrefFichier('scenario-ruralite.svg', recherche)}>Dessin en SVG</a> ·{' '}
          <a href={hrefIntegrer('scenario', recherche)}>Intégrer ce dessin</a>
        </p>
      </figcaption>
    </figure>
  )
}
