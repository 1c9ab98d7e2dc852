import type { Extension } from '#app/components/tableau.tsx'
import { ANCRES_METHODE, type AncreMethode, METHODE } from '#app/domain/citations/methode.ts'

/** The parts within another: the others make the table of contents. */
const SOUS_PARTIES: readonly AncreMethode[] = [
  'poste',
  'structure',
  'lieu',
  'france-services',
  'commune',
  'rayon',
  'lieux-et-sieges',
  'estimations',
  'lieux-pour-10000',
  'postes-pour-10000',
  'distance',
  'investissement',
  'evolution',
  'scenarios',
  'classes',
]

/** A title with the id that other pages lead to. */
export function Titre({ ancre }: { ancre: AncreMethode }) {
  const Niveau = SOUS_PARTIES.includes(ancre) ? 'h3' : 'h2'
  return <Niveau id={ancre}>{METHODE[ancre]}</Niveau>
}

export function Sommaire() {
  return (
    <nav className="sommaire" aria-label="Sommaire">
      <ul>
        {ANCRES_METHODE.filter((ancre) => !SOUS_PARTIES.includes(ancre)).map((ancre) => (
          <li key={ancre}>
            <a href={`#${ancre}`}>{METHODE[ancre]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The address of a table of the page as a file. */
export function hrefFichier(id: string): (extension: Extension) => string {
  return (extension) => `/methode/${id}.${extension}`
}
