/** It has no types of its own. */
declare module 'damerau-levenshtein' {
  /** By optimal string alignment, whatever its name. */
  export default function alignement(a: string, b: string): { steps: number }
}
