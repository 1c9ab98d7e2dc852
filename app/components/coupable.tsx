import { Fragment } from 'react'

/** A text of which a long run without a space (hours, addresses) is broken after its signs first, within a word last. */
export function Coupable({ texte }: { texte: string }) {
  return texte.split(/(?<=[,;/@._])(?=[^\s,;/@._])/).map((morceau, rang) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in its order
    <Fragment key={rang}>
      {rang > 0 && <wbr />}
      {morceau}
    </Fragment>
  ))
}
