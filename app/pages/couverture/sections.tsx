import type { ReactNode } from 'react'
import { Tableau } from '#app/components/tableau.tsx'
import { COURBE, CourbeDistance, type Serie } from '#app/dessin/courbe-distance.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import { colonnesDeLaPage, readTri, type Tableau as Tables } from '#app/domain/chiffres/tableau.ts'
import { NOTE_COURBE_EN_TROIS } from '#app/domain/couverture/contexte.ts'
import { POURQUOI_DEUX_LECTURES } from '#app/domain/couverture/phrases.ts'
import { compte } from '#app/domain/texte/format.ts'

/** How the tables of the page are sorted, and the addresses of the same page: in another order, as a file. */
export type Liens = {
  trier: string | null
  hrefTri: (trier: string) => string
  hrefFichier: (fichier: string) => string
  hrefIntegrer: (figure: 'couverture' | 'distance') => string
}

type TrieProps = { tableau: Tables; liens: Liens; ordre?: string | null }

/** A table that keeps its own order (`ordre`: how that order is asked) when the one asked is not one of its columns. It is not folded: it has a window. */
function Trie({ tableau, liens, ordre = null }: TrieProps) {
  return (
    <Tableau
      tableau={tableau}
      trier={readTri(tableau, liens.trier) ? liens.trier : ordre}
      hrefTri={(trier) => `${liens.hrefTri(trier)}#${tableau.id}`}
      hrefFichier={(extension) => liens.hrefFichier(`${tableau.id}.${extension}`)}
      entier
    />
  )
}

type IndicateurProps = {
  /** The column of the indicator. */
  cle: string
  titre: string
  phrase: string | null
  carte: ReactNode
  tableau: Tables
  liens: Liens
}

/** The map of the indicator, and the same figures beside it: each shape leads to its row. */
export function SectionIndicateur({ cle, titre, phrase, carte, tableau, liens }: IndicateurProps) {
  return (
    <section aria-labelledby="titre-indicateur">
      <h2 id="titre-indicateur">{titre}</h2>
      {phrase && <p className="chapeau">{phrase}</p>}
      <div className="carte-et-tableau" data-island="carte-tableau">
        <div>
          {carte}
          <p>
            <a href={liens.hrefFichier('carte.svg')}>Carte en SVG</a> ·{' '}
            <a href={liens.hrefFichier('carte.png')}>en image (PNG)</a> ·{' '}
            <a href={liens.hrefIntegrer('couverture')}>Intégrer cette carte</a>
          </p>
        </div>
        <Trie tableau={tableau} liens={liens} ordre={`-${cle}`} />
      </div>
    </section>
  )
}

/** A table behind its title: open when the order asked is one of its own columns, which a link of its headers asks for. */
function Plie({ tableau, liens }: TrieProps) {
  return (
    <details className="pli" open={readTri(tableau, liens.trier) !== null}>
      <summary>{tableau.titre}</summary>
      <div className="pli-contenu">
        <Trie tableau={tableau} liens={liens} />
      </div>
    </details>
  )
}

/** Of the table of all figures alone: the order whose link opens it. */
const ORDRE_DE_TOUT = 'structures'

/**
 * Every figure, on the page only when it is asked: as much again to load as the map, and behind its title for most who come.
 */
export function SectionTout({ tableau, liens }: { tableau: Tables; liens: Liens }) {
  const { id, titre, lignes, colonnes } = tableau
  const fichier = (extension: string) => liens.hrefFichier(`${id}.${extension}`)
  return (
    <section aria-labelledby="titre-tout">
      <h2 id="titre-tout">Tous les chiffres</h2>
      {readTri(tableau, liens.trier) ? (
        <Plie tableau={tableau} liens={liens} />
      ) : (
        <p id={id}>
          {titre} :{' '}
          <a href={`${liens.hrefTri(`-${ORDRE_DE_TOUT}`)}#${id}`}>
            afficher le tableau ({compte(lignes.length, 'ligne', 'lignes')}, {colonnesDeLaPage(colonnes).length}{' '}
            colonnes)
          </a>{' '}
          · <a href={fichier('csv')}>en CSV</a> · <a href={fichier('xlsx')}>pour tableur (XLSX)</a>
        </p>
      )}
    </section>
  )
}

type RuraliteProps = {
  phrases: readonly string[]
  resume: Tables
  heures: Tables
  taux: Tables
  nombres: Tables
  liens: Liens
}

export function SectionRuralite({ phrases, resume, heures, taux, nombres, liens }: RuraliteProps) {
  return (
    <section aria-labelledby="titre-ruralite">
      <h2 id="titre-ruralite">Selon la ruralité</h2>
      <ul className="constats">
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      <p>{POURQUOI_DEUX_LECTURES}</p>
      <Plie tableau={resume} liens={liens} />
      <Plie tableau={heures} liens={liens} />
      <Plie tableau={taux} liens={liens} />
      <Plie tableau={nombres} liens={liens} />
    </section>
  )
}

type DistanceProps = {
  phrases: readonly string[]
  series: readonly Serie[]
  /** The tables tell seven levels, which a drawing cannot. */
  niveaux: boolean
  classes: Tables
  courbe: Tables
  territoires: Tables
  eloignees: Tables
  sansLieu: Tables | null
  liens: Liens
}

export function SectionDistance(props: DistanceProps) {
  const { phrases, series, niveaux, classes, courbe, territoires, eloignees, sansLieu, liens } = props
  return (
    <section aria-labelledby="titre-distance">
      <h2 id="titre-distance">Distance au lieu le plus proche</h2>
      <div className="constats-et-courbe">
        <ul className="constats">
          {phrases.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
        {series.length > 0 && (
          <Courbe
            series={series}
            titre={courbe.titre}
            note={niveaux ? NOTE_COURBE_EN_TROIS : null}
            hrefSvg={liens.hrefFichier(`${courbe.id}.svg`)}
            hrefIntegrer={liens.hrefIntegrer('distance')}
          />
        )}
      </div>
      <Plie tableau={classes} liens={liens} />
      <Plie tableau={courbe} liens={liens} />
      <Plie tableau={territoires} liens={liens} />
      <Plie tableau={eloignees} liens={liens} />
      {sansLieu && <Plie tableau={sansLieu} liens={liens} />}
    </section>
  )
}

type Props = {
  series: readonly Serie[]
  hrefSvg: string
  hrefIntegrer: string
  titre: string
  /** What the drawing does not show and its table does. */
  note: string | null
}

/** The curve of distances, drawn. */
function Courbe({ series, hrefSvg, hrefIntegrer, titre, note }: Props) {
  return (
    <figure className="courbe" aria-label={titre}>
      <svg viewBox={`0 0 ${COURBE.largeur} ${COURBE.hauteur}`} role="img" aria-label={titre}>
        <CourbeDistance encre={ENCRE_PAGE} series={series} />
      </svg>
      <figcaption>
        {titre}. {note} <a href={hrefSvg}>Courbe en SVG</a> · <a href={hrefIntegrer}>Intégrer cette courbe</a>
      </figcaption>
    </figure>
  )
}
