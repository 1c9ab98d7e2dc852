import { rangOf } from '#app/domain/carte/choropleth-classes.ts'
import type { Encre } from './encre.ts'
import { type CadreDessine, type CarteDeClasses, type Forme, nameForme, tonsOf } from './fond-de-carte.ts'

type Props = {
  encre: Encre
  cadre: CadreDessine
  carte: CarteDeClasses
  /** Where a shape leads; absent in a file. */
  hrefOf?: (code: string) => string
  choisi?: string | null
}

/** The shapes of one frame, in the colour of their class; those repeated in an inset are links there only. */
export function Formes({ encre, cadre, carte, hrefOf, choisi = null }: Props) {
  const { metropole, rappels } = carte.fond
  const isRappel = ({ code }: Forme) => cadre === metropole && rappels.includes(code)
  const chosen = cadre.traces.find(({ code }) => code === choisi)
  return (
    <>
      {cadre.traces.map((forme) => (
        <FormeDessinee
          key={forme.code}
          encre={encre}
          forme={forme}
          carte={carte}
          href={isRappel(forme) ? undefined : hrefOf?.(forme.code)}
          code={hrefOf && forme.code}
          choisi={forme === chosen}
        />
      ))}
      {cadre !== metropole && cadre.traces.length > 1 && <Codes encre={encre} traces={cadre.traces} />}
      {/* Over the neighbours, whose colours would cover half of its line. */}
      {chosen && (
        <g className="choropleth-choisi">
          <path d={chosen.d} />
          <path d={chosen.d} />
        </g>
      )}
    </>
  )
}

/** In an inset of several, which is which. */
function Codes({ encre, traces }: { encre: Encre; traces: Forme[] }) {
  return (
    <g fontSize="17" fontWeight="700" textAnchor="middle">
      {traces.map(({ code, x, y }) => (
        <text key={code} x={x} y={y + 6} {...encre('etiquette')}>
          {code}
        </text>
      ))}
    </g>
  )
}

type FormeProps = {
  encre: Encre
  forme: Forme
  carte: CarteDeClasses
  href: string | undefined
  /** What ties it to a row; absent in a file. */
  code: string | undefined
  choisi: boolean
}

function FormeDessinee({ encre, forme, carte, href, code, choisi }: FormeProps) {
  const { ton, limite } = tonsOf(rangOf(carte.valeurs[forme.code], carte.classes), carte.classes.classes.length)
  const nom = nameForme(forme, carte)
  const dessin = (
    <>
      <title>{nom}</title>
      <path d={forme.d} {...encre(ton)} />
    </>
  )
  if (href === undefined) {
    return (
      <g data-code={code} {...encre(limite)}>
        {dessin}
      </g>
    )
  }
  // A hundred stops of the keyboard before the table, whose rows say the same and have links.
  return (
    <a
      href={href}
      aria-label={nom}
      aria-current={choisi ? 'true' : undefined}
      data-code={code}
      tabIndex={-1}
      {...encre(limite)}
    >
      {dessin}
    </a>
  )
}
