/** A file that cannot be imported; the message is one sentence that names the file and the way out. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
