import type { Extension } from '#app/components/tableau.tsx'
import { type AncreMethode, METHODE } from '#app/domain/citations/methode.ts'

/** A title with the id that other pages lead to. */
export function Titre({ ancre }: { ancre: AncreMethode }) {
  return <h2 id={ancre}>{METHODE[ancre]}</h2>
}

/** The address of a table of the page as a file. */
export function hrefFichier(id: string): (extension: Extension) => string {
  return (extension) => `/methode/${id}.${extension}`
}
