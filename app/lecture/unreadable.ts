/** A file that cannot be imported; the message is one sentence that names the file and the way out. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

/**
 * A table of no known kind. `colonnes`: those of its header, the first ones, as a sentence; `noms`: those that nothing reads, one by one;
 * `probables`: those that are likely to be columns of ours.
 */
export class KindInconnu extends Unreadable {
  readonly colonnes: string
  readonly noms: readonly string[]
  readonly probables: readonly { published: string; column: string }[]

  constructor(message: string, { colonnes, noms, probables }: Pick<KindInconnu, 'colonnes' | 'noms' | 'probables'>) {
    super(message)
    this.colonnes = colonnes
    this.noms = noms
    this.probables = probables
  }
}
