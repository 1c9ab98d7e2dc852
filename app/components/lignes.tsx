import { Fragment } from 'react'

/** Each on a line of its own, as on an envelope; read and copied, they are apart too. */
export function Lignes({ lignes }: { lignes: readonly string[] }) {
  return lignes.map((ligne, rang) => (
    <Fragment key={ligne}>
      {rang > 0 && <br />}
      {ligne}
    </Fragment>
  ))
}
