import type { ReactNode } from 'react'
import { type Barre, Barres, columnsOf, hauteurBarres, LARGEUR_BARRES } from '#app/dessin/barres-evolution.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import { hrefIntegrer, type NomDeFigure } from '#app/pages/embed/figures.ts'

/** Units of a drawing on a page: those of a phone, so that its text keeps its size there. */
export const LARGEUR_PAGE = 340

type Props = {
  titre: string
  /** The name of the same drawing, as a file and as a frame. */
  figure: NomDeFigure
  recherche: string
  /** The anchor of the table that holds the same figures. */
  tableau: string
  children: ReactNode
}

/** A drawing on the page: its title, its files, and where its figures stand as a table. */
export function FigureDessin({ titre, figure, recherche, tableau, children }: Props) {
  const fichier = `/evolution/${figure}`
  return (
    <figure className="dessin" aria-label={titre}>
      <figcaption>
        <h3>{titre}</h3>
      </figcaption>
      {children}
      <p className="ecran">
        <a href={`#${tableau}`}>Les mêmes chiffres en tableau</a> ·{' '}
        <a href={`${fichier}.svg${recherche}`}>Dessin en SVG</a> · <a href={`${fichier}.png${recherche}`}>en PNG</a>
        {' · '}
        <a href={hrefIntegrer(figure, recherche)}>Intégrer ce dessin</a>
      </p>
    </figure>
  )
}

export function Dessin({ hauteur, label, children }: { hauteur: number; label: string; children: ReactNode }) {
  return (
    <svg className="dessin-courbe" viewBox={`0 0 ${LARGEUR_PAGE} ${hauteur}`} role="img" aria-label={label}>
      {children}
    </svg>
  )
}

/** The bars in as many columns as the screen takes; each column is a drawing on the one scale. */
export function DessinBarres({ barres, colonnes, label }: { barres: Barre[]; colonnes: number; label: string }) {
  const columns = columnsOf(barres, colonnes)
  return (
    <div className="dessin-barres">
      {columns.map((column, rang) => (
        <svg
          key={column[0]?.nom}
          viewBox={`0 0 ${LARGEUR_BARRES} ${hauteurBarres(column.length)}`}
          role="img"
          aria-label={columns.length > 1 ? `${label}, partie ${rang + 1} sur ${columns.length}` : label}
        >
          <Barres barres={column} toutes={barres} encre={ENCRE_PAGE} />
        </svg>
      ))}
    </div>
  )
}
