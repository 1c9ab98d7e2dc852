import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerPng, answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { type CarteFichier, choroplethFichier } from '#app/dessin/choropleth-fichier.tsx'
import { courbeFichier } from '#app/dessin/courbe-distance-fichier.tsx'
import { classesDuFond, type Maille } from '#app/dessin/fond-de-carte.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { PHRASES_METHODE } from '#app/domain/choropleth-classes.ts'
import { NOTE_COURBE_EN_TROIS } from '#app/domain/couverture/contexte.ts'
import { formatValeur } from '#app/domain/tableau.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { pageOf, tableauxDe } from './couverture-page.server.ts'

/** `/couverture/:fichier`: the tables of the page as CSV and XLSX, its curve as SVG, its map as SVG and PNG, under the page's query string. */
export async function loader({ params: { fichier = '' }, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context, new URL(request.url).searchParams)
  if (page.errors.length > 0) return answerText(page.errors.map(({ message }) => message).join('\n'), 400)
  const { courbe } = page.tableaux
  if (fichier === `${courbe.id}.svg`) {
    const notes = page.choix.niveaux ? [NOTE_COURBE_EN_TROIS, ...courbe.notes] : courbe.notes
    return answerSvg(courbeFichier({ ...courbe, notes, series: page.series, permalien: page.canonique }), fichier)
  }
  const { nature, titreIndicateur, choix } = page
  const format = (valeur: number) => formatValeur(nature, valeur)
  const carte = carteFile(fichier, {
    ...{ maille: `${choix.maille}s`, titre: titreIndicateur, unite: titreIndicateur, valeurs: page.valeurs, format },
    methode: choix.classes,
    ...{ sources: page.sources, permalien: page.canonique },
  })
  if (carte) return carte
  const found = await tableauFile(tableauxDe(page.tableaux), fichier, page.trier)
  return (
    found ?? answerText('Ce fichier n’existe pas. Les fichiers sont proposés sous chaque tableau de /couverture.', 404)
  )
}

function answerText(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

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
