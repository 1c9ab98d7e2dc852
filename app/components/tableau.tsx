import {
  formatValeur,
  isNumerique,
  type Ligne,
  nomComplet,
  readTri,
  sortTableau,
  type Tableau as Tables,
} from '#app/domain/tableau.ts'
import { SourceLigne } from './pied.tsx'

type Props = {
  tableau: Tables
  /** What the URL asks in `trier`; absent: the table cannot be sorted. */
  trier?: string | null
  /** The address of the page in another order of this table, anchor included. */
  hrefTri?: (trier: string) => string
  /** The address of the same table as a file. */
  hrefFichier: (extension: 'csv' | 'xlsx') => string
}

/**
 * A table of figures with its title, its notes, its sources and its files. The order is in the URL: it works without
 * a script, and a link shared shows the same. Each row can be tied to a drawing by its `id`.
 */
export function Tableau({ tableau, trier = null, hrefTri, hrefFichier }: Props) {
  const tri = readTri(tableau, trier)
  const { id, titre, colonnes, lignes, total, notes, sources } = sortTableau(tableau, tri)
  return (
    <figure className="tableau" id={id}>
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
                  className={isNumerique(nature) ? 'chiffres' : undefined}
                  aria-sort={tri?.cle === cle ? (tri.descendant ? 'descending' : 'ascending') : undefined}
                >
                  {hrefTri ? (
                    <a
                      href={hrefTri(nextTri(cle, isNumerique(nature), tri))}
                      aria-label={groupe && nomComplet({ cle, nom, nature, groupe })}
                    >
                      {nom}
                    </a>
                  ) : (
                    nom
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <Rangee key={JSON.stringify(ligne.valeurs)} ligne={ligne} colonnes={colonnes} />
            ))}
          </tbody>
          {total && (
            <tfoot>
              <Rangee ligne={total} colonnes={colonnes} />
            </tfoot>
          )}
        </table>
      </section>
      <figcaption>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <ul className="tableau-sources">
          {sources.map((source) => (
            <li key={source.titre + source.date}>
              <SourceLigne source={source} />
            </li>
          ))}
        </ul>
        <p>
          <a href={hrefFichier('csv')}>Tableau en CSV</a> · <a href={hrefFichier('xlsx')}>pour tableur (XLSX)</a> ·{' '}
          <a href="/methode">Méthode</a>
        </p>
      </figcaption>
    </figure>
  )
}

/** The names that columns share, above them; nothing when no column has one. */
function Groupes({ colonnes }: Pick<Tables, 'colonnes'>) {
  if (colonnes.every(({ groupe }) => groupe === undefined)) return null
  const debuts = colonnes.flatMap(({ cle, groupe }, rang) => {
    return rang > 0 && groupe === colonnes[rang - 1]?.groupe ? [] : [{ cle, groupe, rang }]
  })
  return (
    <tr className="groupes">
      {debuts.map(({ cle, groupe, rang }, i) => {
        const largeur = (debuts[i + 1]?.rang ?? colonnes.length) - rang
        if (groupe === undefined) return <td key={cle} colSpan={largeur} />
        return (
          <th key={cle} colSpan={largeur} scope="colgroup">
            {groupe}
          </th>
        )
      })}
    </tr>
  )
}

/** Another press turns the order round; figures begin with the greatest. */
function nextTri(cle: string, numerique: boolean, tri: { cle: string; descendant: boolean } | null): string {
  const descendant = tri?.cle === cle ? !tri.descendant : numerique
  return descendant ? `-${cle}` : cle
}

function Rangee({ ligne, colonnes }: { ligne: Ligne; colonnes: Tables['colonnes'] }) {
  return (
    <tr id={ligne.id}>
      {colonnes.map(({ cle, nature }, rang) => {
        const texte = formatValeur(nature, ligne.valeurs[cle])
        const className = isNumerique(nature) ? 'chiffres' : undefined
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
