import { answerPng, answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { type CarteFichier, choroplethFichier } from '#app/dessin/choropleth-fichier.tsx'
import { classesDuFond, type Maille } from '#app/dessin/fond-de-carte.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { PHRASES_METHODE } from '#app/domain/carte/choropleth-classes.ts'

const ANSWERS = new Map([
  ['carte.svg', answerSvg],
  ['carte.png', answerPng],
])

type Demande = Omit<CarteFichier, 'fond' | 'classes'> & { maille: Maille }

/** The map that a path asks for as a file ("carte.svg", "carte.png"); null for another name. */
export function carteFile(fichier: string, { maille, ...demande }: Demande): Response | null {
  const answer = ANSWERS.get(fichier)
  if (answer === undefined) return null
  const fond = fondDeCarte(maille)
  const { methode, notes = [] } = demande
  const classes = classesDuFond(fond, demande.valeurs, demande.format, methode)
  const dites = methode === undefined ? notes : [PHRASES_METHODE[methode], ...notes]
  return answer(choroplethFichier({ ...demande, fond, classes, notes: dites }), fichier)
}
