import { ENCRE_PAGE } from './encre.ts'
import { type CadreDessine, type CarteDeClasses, cadresDrawn, legendeDuCadre } from './fond-de-carte.ts'
import { Formes } from './formes-choropleth.tsx'
import { LegendeClasses } from './legende-classes.tsx'

type Props = CarteDeClasses & {
  /** What the map shows: "Lieux pour 10 000 habitants, par département". */
  titre: string
  hrefOf: (code: string) => string
  /** The code of the territory that the page is about. */
  choisi?: string | null
  /** The anchor of the table that gives the same figures: "#departements". */
  hrefTableau?: string
}

/**
 * France in classes of a figure, complete without a script: each shape is a link that says its figure and its class;
 * overseas and around Paris in insets. For whoever does not see it, the table is the same, and a link leads there.
 */
export function Choropleth({ titre, hrefOf, choisi = null, hrefTableau, ...carte }: Props) {
  const [metropole, ...encarts] = cadresDrawn(carte.fond, carte.valeurs)
  const liens = { carte, titre, hrefOf, choisi }
  return (
    <figure className="choropleth" aria-label={titre}>
      {hrefTableau && (
        <p>
          <a href={hrefTableau}>Passer la carte : les mêmes chiffres en tableau</a>
        </p>
      )}
      <div className="choropleth-metropole">
        {metropole && <Cadre cadre={metropole} {...liens} />}
        <LegendeClasses carte={carte} />
      </div>
      <ul className="choropleth-encarts">
        {encarts.map((cadre) => (
          <li key={cadre.nom} className={cadre.traces.length > 1 ? 'choropleth-encart-large' : undefined}>
            <Cadre cadre={cadre} {...liens} />
            {/* The link says it already. */}
            <p aria-hidden="true">
              {cadre.nom} <b>{legendeDuCadre(cadre, carte)}</b>
            </p>
          </li>
        ))}
      </ul>
    </figure>
  )
}

type CadreProps = { cadre: CadreDessine; carte: CarteDeClasses } & Pick<Props, 'titre' | 'hrefOf' | 'choisi'>

function Cadre({ cadre, carte, titre, hrefOf, choisi }: CadreProps) {
  const main = cadre === carte.fond.metropole
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links has no element of its own
    <svg viewBox={`0 0 ${cadre.largeur} ${cadre.hauteur}`} role="group" aria-label={`${cadre.nom} : ${titre}`}>
      {main && <Hachures />}
      <Formes encre={ENCRE_PAGE} cadre={cadre} carte={carte} hrefOf={hrefOf} choisi={choisi} />
    </svg>
  )
}

/** What `ton-sans-donnee` is filled with; a page holds one. */
function Hachures() {
  return (
    <defs>
      <pattern id="hachures" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hachures-fond" width="12" height="12" />
        <path className="hachures-trait" d="M0 0V12" />
      </pattern>
    </defs>
  )
}
