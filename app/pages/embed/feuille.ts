import feuille from '#app/styles/feuilles/embed.css?url'
import clair from '#app/styles/feuilles/embed-clair.css?url'
import sombre from '#app/styles/feuilles/embed-sombre.css?url'

const FEUILLES = { clair, sombre }

/** The sheet of a frame, by what its loader gave. */
export function feuilleOf(page: unknown): string {
  const theme = (page as { cadre?: { theme: keyof typeof FEUILLES | null } } | undefined)?.cadre?.theme
  return theme ? FEUILLES[theme] : feuille
}
