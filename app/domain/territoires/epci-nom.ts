/** The legal forms that names of EPCI begin with, in the list of the geographical reference. */
const FORMES: Record<string, string> = {
  CA: 'La communauté d’agglomération',
  CC: 'La communauté de communes',
  CU: 'La communauté urbaine',
}

/** The name of an EPCI as the subject of a sentence: "CA du Pays Basque" → "La communauté d’agglomération du Pays Basque". */
export function leEpci(nom: string): string {
  const [forme = '', ...reste] = nom.split(' ')
  return forme in FORMES ? `${FORMES[forme]} ${reste.join(' ')}` : nom
}
