import {
  colonnesDeLaPage,
  formatValeur,
  isNumerique,
  type Ligne,
  type Nature,
  readTri,
  sortTableau,
  type Tableau as Tables,
} from '#app/domain/chiffres/tableau.ts'
import { type AncreMethode, hrefMethode, methodeDesColonnes } from '#app/domain/citations/methode.ts'
import { formatNombre, lowerFirst } from '#app/domain/texte/format.ts'
import { SourcesDuTableau } from './sources-page.tsx'

/** A table as a file; `json`: what its columns are, for machines (Frictionless). */
export type Extension = 'csv' | 'xlsx' | 'json'

type Props = {
  tableau: Tables
  /** What the URL asks in `trier`; absent: the table cannot be sorted. */
  trier?: string | null
  /** The address of the page in another order of this table, anchor included. */
  hrefTri?: (trier: string) => string
  /** The address of the same table as a file. */
  hrefFichier: (extension: Extension) => string
  /** Never folded: its rows are in a window of their own, to each of which a drawing may lead. */
  entier?: boolean
  /** How it is made, where its columns do not tell. */
  methode?: AncreMethode
}

/** Rows in sight before one asks for the others; a table of a few more is not folded. */
const PREMIERES = 10
const PLI_A_PARTIR_DE = 16

/**
 * A table of figures with its title, its notes, its sources and its files. The order is in the URL: it works without
 * a script, and a link shared shows the same. Each row can be tied to a drawing by its `id`. A long one shows its first rows on
 * a screen (styles/graphiques.css), and all of them on paper.
 */
export function Tableau({ tableau, trier = null, hrefTri, hrefFichier, entier = false, methode }: Props) {
  const tri = readTri(tableau, trier)
  const { id, titre, lignes, total, notes, sources, ...rest } = sortTableau(tableau, tri)
  const colonnes = colonnesDeLaPage(rest.colonnes)
  const ancre = methode ?? methodeDesColonnes(colonnes)
  return (
    <figure className="tableau" id={id} aria-labelledby={`${id}-titre`}>
      {/* A wide table scrolls in its own box, which the keyboard can reach. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="tableau-boite" aria-labelledby={`${id}-titre`} tabIndex={0}>
        <table>
          <caption id={`${id}-titre`}>{titre}</caption>
          <thead>
            <Groupes colonnes={colonnes} />
            <tr>
              {colonnes.map(({ cle, nom, nature, groupe }) => (
                <th
                  key={cle}
                  scope="col"
                  className={classeOf(nature)}
                  aria-sort={tri?.cle === cle ? (tri.descendant ? 'descending' : 'ascending') : undefined}
                >
                  {hrefTri ? (
                    <a href={hrefTri(nextTri(cle, isNumerique(nature), tri))}>
                      <Nom nom={nom} groupe={groupe} />
                    </a>
                  ) : (
                    <Nom nom={nom} groupe={groupe} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(lignes).map(({ cle, ligne }) => (
              <Rangee key={cle} ligne={ligne} colonnes={colonnes} />
            ))}
          </tbody>
          {total && (
            <tfoot>
              <Rangee ligne={total} colonnes={colonnes} />
            </tfoot>
          )}
        </table>
      </section>
      {!entier && lignes.length >= PLI_A_PARTIR_DE && <Suite nombre={lignes.length} />}
      <figcaption>
        <Notes notes={notes} />
        <SourcesDuTableau sources={sources} />
        <p className="tableau-fichiers">
          <a href={hrefFichier('csv')}>
            Tableau en CSV
            <Pour titre={titre} />
          </a>{' '}
          ·{' '}
          <a href={hrefFichier('xlsx')}>
            pour tableur (XLSX)
            <Pour titre={titre} />
          </a>{' '}
          ·{' '}
          <a href={hrefFichier('json')}>
            colonnes, unités et sources (JSON)
            <Pour titre={titre} />
          </a>{' '}
          ·{' '}
          <a href={ancre === null ? '/methode' : hrefMethode(ancre)}>
            Méthode
            <Pour titre={titre} />
          </a>
        </p>
      </figcaption>
    </figure>
  )
}

/** Of which table, for who goes from link to link. */
function Pour({ titre }: { titre: string }) {
  return <span className="invisible"> : {titre}</span>
}

/** Folds and unfolds the rows after the first by itself, without a script: the style sheet reads whether it is open. */
function Suite({ nombre }: { nombre: number }) {
  return (
    <details className="tableau-suite pli">
      <summary>
        <span className="tableau-plus">Voir les {formatNombre(nombre)} lignes</span>
        <span className="tableau-moins">Ne voir que les {PREMIERES} premières lignes</span>
      </summary>
    </details>
  )
}

/** The first, and the others behind a word: they are those of the tables around it, mostly. */
function Notes({ notes: [premiere, ...autres] }: { notes: readonly string[] }) {
  if (premiere === undefined) return null
  return (
    <>
      <p>{premiere}</p>
      {autres.length > 0 && (
        <details className="pli tableau-notes">
          <summary>Ce que ces chiffres disent, et ne disent pas</summary>
          <div className="pli-contenu">
            {autres.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </details>
      )}
    </>
  )
}

/** A key for each row; equal rows are told apart by how many came before. */
function keyed(lignes: readonly Ligne[]): { cle: string; ligne: Ligne }[] {
  const vues = new Map<string, number>()
  return lignes.map((ligne) => {
    const texte = JSON.stringify(ligne.valeurs)
    const rang = vues.get(texte) ?? 0
    vues.set(texte, rang + 1)
    return { cle: `${texte} ${rang}`, ligne }
  })
}

type Groupe = { cle: string; groupe: string | undefined; largeur: number }

/** The columns that stand side by side under one name, or under none; [] when no column has one. */
function groupesOf(colonnes: Tables['colonnes']): Groupe[] {
  if (colonnes.every(({ groupe }) => groupe === undefined)) return []
  const debuts = colonnes.flatMap(({ cle, groupe }, rang) => {
    return rang > 0 && groupe === colonnes[rang - 1]?.groupe ? [] : [{ cle, groupe, rang }]
  })
  return debuts.map(({ cle, groupe, rang }, i) => {
    return { cle, groupe, largeur: (debuts[i + 1]?.rang ?? colonnes.length) - rang }
  })
}

/** The header of a column says all by itself: the name that it shares is read with it, and seen once above. */
function Nom({ nom, groupe }: Pick<Tables['colonnes'][number], 'nom' | 'groupe'>) {
  return (
    <>
      {nom}
      {groupe && <span className="invisible">, {lowerFirst(groupe)}</span>}
    </>
  )
}

/** The names that columns share, above them, for the eye; nothing when no column has one. */
function Groupes({ colonnes }: Pick<Tables, 'colonnes'>) {
  const groupes = groupesOf(colonnes)
  if (groupes.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of text takes no focus
    <tr className="groupes" aria-hidden="true">
      {groupes.map(({ cle, groupe, largeur }) => (
        <td key={cle} colSpan={largeur} className={groupe && 'groupe'}>
          {groupe}
        </td>
      ))}
    </tr>
  )
}

/** Another press turns the order round; figures begin with the greatest. */
function nextTri(cle: string, numerique: boolean, tri: { cle: string; descendant: boolean } | null): string {
  const descendant = tri?.cle === cle ? !tri.descendant : numerique
  return descendant ? `-${cle}` : cle
}

/** Numbers to the right; a code leaves the screen of a phone to the figures (styles/graphiques.css). */
function classeOf(nature: Nature): string | undefined {
  if (nature === 'code') return 'code'
  return isNumerique(nature) ? 'chiffres' : undefined
}

function Rangee({ ligne, colonnes }: { ligne: Ligne; colonnes: Tables['colonnes'] }) {
  return (
    <tr id={ligne.id}>
      {colonnes.map(({ cle, nature }, rang) => {
        const texte = formatValeur(nature, ligne.valeurs[cle])
        const className = classeOf(nature)
        if (rang > 0) {
          return (
            <td key={cle} className={className}>
              {texte}
            </td>
          )
        }
        return (
          <th key={cle} scope="row" className={className}>
            {ligne.href ? <a href={ligne.href}>{texte}</a> : texte}
          </th>
        )
      })}
    </tr>
  )
}
