/** A file that cannot be imported; the message is one sentence that names the file and the way out. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

/** A table of no known kind. `colonnes`: those of its header, the first ones. */
export class KindInconnu extends Unreadable {
  readonly colonnes: string

  constructor(message: string, colonnes: string) {
    super(message)
    this.colonnes = colonnes
  }
}
