import { PHRASES_METHODE } from '#app/domain/carte/choropleth-classes.ts'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { answerPng, answerSvg } from './answer-drawing.server.ts'
import { ENCRE_FICHIER as encre } from './encre.ts'
import { cut, FichierSvg } from './fichier.tsx'
import {
  type CadreDessine,
  type CarteDeClasses,
  cadresDrawn,
  classesDuFond,
  legendeDuCadre,
  type Maille,
} from './fond-de-carte.ts'
import { fondDeCarte } from './fonds-de-carte.server.ts'
import { Formes } from './formes-choropleth.tsx'
import { LegendeFichier } from './legende-classes.tsx'

type CarteFichier = CarteDeClasses & {
  titre: string
  sources: readonly SourceCitee[]
  /** The page that the map comes from. */
  permalien: string
  notes?: readonly string[]
}

/** In units: the whole, the main frame, the legend to its right, and an inset with its words. */
const LARGEUR = 800
const METROPOLE = 560
const LEGENDE = LARGEUR - METROPOLE - 20
const ENCART = { largeur: 125, hauteur: 146, parRang: 6, marge: 10 }

type Answer = typeof answerSvg | typeof answerPng
const ANSWERS = new Map<string, Answer>([
  ['carte.svg', answerSvg],
  ['carte.png', answerPng],
])

type Demande = Omit<CarteFichier, 'fond' | 'classes'> & { maille: Maille }

/** The map that a path asks for as a file ("carte.svg", "carte.png"); null for another name. */
export function carteFile(fichier: string, { maille, ...demande }: Demande): ReturnType<Answer> | null {
  const answer = ANSWERS.get(fichier)
  if (answer === undefined) return null
  const fond = fondDeCarte(maille)
  const { methode, notes = [] } = demande
  const classes = classesDuFond(fond, demande.valeurs, demande.format, methode)
  const dites = methode === undefined ? notes : [PHRASES_METHODE[methode], ...notes]
  return answer(choroplethFichier({ ...demande, fond, classes, notes: dites }), fichier)
}

/** The map of the page as a file that stands alone: title, legend, sources, date and licence inside. */
function choroplethFichier({ titre, sources, permalien, notes, ...carte }: CarteFichier) {
  const [metropole, ...encarts] = cadresDrawn(carte.fond, carte.valeurs)
  if (metropole === undefined) throw new Error('a map without a main frame')
  const haut = Math.round((METROPOLE * metropole.hauteur) / metropole.largeur) + 16
  const [large, petits] = [encarts.find(isLarge), encarts.filter((cadre) => !isLarge(cadre))]
  const hauteur = haut + Math.ceil(petits.length / ENCART.parRang) * ENCART.hauteur
  return (
    <FichierSvg {...{ titre, sources, permalien, notes, largeur: LARGEUR, hauteur }}>
      <Place cadre={metropole} carte={carte} x={0} y={0} largeur={METROPOLE} />
      <g transform={`translate(${METROPOLE + 20} 8)`}>
        <LegendeFichier encre={encre} carte={carte} largeur={LEGENDE} />
      </g>
      {large && <Encart cadre={large} carte={carte} x={METROPOLE + 20} y={haut - 220} largeur={LEGENDE} />}
      {petits.map((cadre, rang) => (
        <Encart
          key={cadre.nom}
          cadre={cadre}
          carte={carte}
          x={(rang % ENCART.parRang) * (ENCART.largeur + ENCART.marge)}
          y={haut + Math.floor(rang / ENCART.parRang) * ENCART.hauteur}
          largeur={ENCART.largeur}
        />
      ))}
    </FichierSvg>
  )
}

function isLarge({ traces }: CadreDessine): boolean {
  return traces.length > 1
}

type PlaceProps = { cadre: CadreDessine; carte: CarteDeClasses; x: number; y: number; largeur: number }

function Encart({ cadre, carte, x, y, largeur }: PlaceProps) {
  const valeur = legendeDuCadre(cadre, carte)
  // A long name is cut after a hyphen too.
  const lignes = cut(cadre.nom.replaceAll('-', '- '), Math.floor(largeur / 6.2)).map((mots) =>
    mots.replaceAll('- ', '-'),
  )
  const dessous = y + Math.round((largeur * cadre.hauteur) / cadre.largeur) + 12
  return (
    <g fontSize="11">
      <Place cadre={cadre} carte={carte} x={x} y={y} largeur={largeur} />
      {lignes.map((texte, rang) => (
        <text key={texte} x={x} y={dessous + rang * 13} {...encre('texte')}>
          {texte}
        </text>
      ))}
      <text x={x} y={dessous + lignes.length * 13} fontWeight="700" {...encre('texte')}>
        {valeur}
      </text>
    </g>
  )
}

/** A frame at its place; lines have the same width in all of them. */
function Place({ cadre, carte, x, y, largeur }: PlaceProps) {
  const echelle = largeur / cadre.largeur
  return (
    <g transform={`translate(${x} ${y}) scale(${Number(echelle.toFixed(4))})`} strokeWidth={(0.7 / echelle).toFixed(2)}>
      <Formes encre={encre} cadre={cadre} carte={carte} />
    </g>
  )
}
