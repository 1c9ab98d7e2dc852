/** The drawings of the pages of figures, by the name that their frame has; `page`: where each comes from. */
export const FIGURES = {
  couverture: { nom: 'La carte de la couverture', page: '/couverture' },
  distance: { nom: 'La courbe des distances', page: '/couverture' },
  'postes-par-liste': { nom: 'Les postes validés, liste par liste', page: '/evolution' },
  'ecarts-regions': { nom: 'L’écart des postes par région', page: '/evolution' },
  'ecarts-departements': { nom: 'L’écart des postes par département', page: '/evolution' },
  'validations-par-mois': { nom: 'Les postes selon leur date de validation', page: '/evolution' },
  scenario: { nom: 'Les barres d’un scénario', page: '/scenarios' },
  plan: { nom: 'Le plan d’un département', page: '/departements' },
} as const
export type NomDeFigure = keyof typeof FIGURES

export const NOMS_DE_FIGURES = Object.keys(FIGURES) as NomDeFigure[]

export function isFigure(nom: string): nom is NomDeFigure {
  return Object.hasOwn(FIGURES, nom)
}

/** Where the frame of a drawing is chosen. `recherche`: the query string of its page, "?de=…" or without its sign. */
export function hrefIntegrer(figure: NomDeFigure, recherche = ''): string {
  const params = new URLSearchParams(recherche)
  params.delete('trier')
  return `/integrer?${new URLSearchParams([['figure', figure], ...params])}`
}
