type Props = { qr: { cote: number; d: string }; adresse: string }

// Readers want four light modules around a code (ISO/IEC 18004).
const MARGE = 4

/** From paper to the page: a code for a phone, and beside it the address for a keyboard. */
export function CodeQr({ qr, adresse }: Props) {
  const cote = qr.cote + 2 * MARGE
  return (
    <figure className="code-qr papier">
      <svg
        viewBox={`${-MARGE} ${-MARGE} ${cote} ${cote}`}
        role="img"
        aria-label={`Code QR qui mène à ${adresse}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.d} />
      </svg>
      <figcaption>
        Fiche en ligne, à jour : visez ce code avec un téléphone, ou écrivez cette adresse. <span>{adresse}</span>
      </figcaption>
    </figure>
  )
}
