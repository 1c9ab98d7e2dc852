import { Fragment } from 'react'

/** A title whose "avez-vous" and "rendez-vous" stay on one line: a browser breaks after any hyphen. */
export function Insecable({ texte }: { texte: string }) {
  return texte.split(/(\p{L}+-vous)/u).map((morceau, rang) =>
    rang % 2 === 1 ? (
      <span className="insecable" key={morceau}>
        {morceau}
      </span>
    ) : (
      <Fragment key={morceau}>{morceau}</Fragment>
    ),
  )
}
