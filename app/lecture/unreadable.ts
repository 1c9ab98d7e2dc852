/** A file that cannot be imported; the message is one sentence that names the file and the way out. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

/**
 * A table of no known kind. `colonnes`: those of its header, the first ones, as a sentence; `noms`: those that nothing reads, one by one;
 * `probables`: those that are likely to be columns of ours. `separateur`: what is said of a sign that parts them and is not read, or ''.
 */
export class KindInconnu extends Unreadable {
  readonly colonnes: string
  readonly noms: readonly string[]
  readonly probables: readonly { published: string; column: string }[]
  readonly separateur: string

  constructor(message: string, said: Pick<KindInconnu, 'colonnes' | 'noms' | 'probables' | 'separateur'>) {
    super(message)
    this.colonnes = said.colonnes
    this.noms = said.noms
    this.probables = said.probables
    this.separateur = said.separateur
  }
}
