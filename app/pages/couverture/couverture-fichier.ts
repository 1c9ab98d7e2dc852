import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { carteFile } from '#app/dessin/choropleth-fichier.server.tsx'
import { courbeFichier } from '#app/dessin/graphiques-fichier.tsx'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { NOTE_COURBE_EN_TROIS } from '#app/domain/couverture/contexte.ts'
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
    ...{ sources: page.sourcesCarte, permalien: page.canonique },
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
