import type { ReactNode } from 'react'
import { citeSource, type SourceCitee } from '#app/domain/citations/source-citee.ts'
import { ENCRE_FICHIER } from './encre.ts'

type Props = {
  titre: string
  /** Of the drawing alone, in units of the viewBox. */
  largeur: number
  hauteur: number
  sources: readonly SourceCitee[]
  /** "https://…/couverture?indicateur=…": where the figure comes from. */
  permalien: string
  notes?: readonly string[]
  children: ReactNode
}

const LIGNE = 16
const LIGNE_TITRE = 24
const MARGE = 16

/**
 * A drawing as a file that stands alone: its title above, its notes, sources, licence and address below. The text is
 * in DejaVu Sans, which the PNG is written with, or the nearest sans serif.
 */
export function FichierSvg({ titre, largeur, hauteur, sources, permalien, notes = [], children }: Props) {
  const lignes = [...notes, ...sources.map(citeSource), permalien].flatMap((texte) =>
    cut(texte, Math.floor(largeur / 6.4)),
  )
  const titres = cut(titre, Math.floor(largeur / 11.6))
  const haut = MARGE + 4 + titres.length * LIGNE_TITRE
  const total = haut + hauteur + MARGE + lignes.length * LIGNE + MARGE
  const police = { fontFamily: 'DejaVu Sans, Verdana, sans-serif' }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${largeur + 2 * MARGE} ${total}`}
      width={largeur + 2 * MARGE}
      height={total}
      role="img"
      aria-label={titre}
      {...police}
    >
      <title>{titre}</title>
      <defs>
        <pattern id="hachures" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#ffffff" />
          <path d="M0 0V6" stroke="#736b5c" strokeWidth="2" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="#ffffff" />
      {titres.map((ligne, rang) => (
        <text
          key={ligne}
          x={MARGE}
          y={MARGE + 16 + rang * LIGNE_TITRE}
          fontSize="18"
          fontWeight="700"
          {...ENCRE_FICHIER('texte')}
        >
          {ligne}
        </text>
      ))}
      <g transform={`translate(${MARGE} ${haut})`}>{children}</g>
      {lignes.map((ligne, rang) => (
        <text
          key={ligne}
          x={MARGE}
          y={haut + hauteur + MARGE + (rang + 1) * LIGNE}
          fontSize="11"
          {...ENCRE_FICHIER('texte-doux')}
        >
          {ligne}
        </text>
      ))}
    </svg>
  )
}

/** SVG does not wrap: lines of so many letters at most, cut between words. */
export function cut(texte: string, letters: number): string[] {
  const lignes: string[] = ['']
  for (const mot of texte.split(' ')) {
    const last = lignes.length - 1
    const line = lignes[last] ?? ''
    if (line !== '' && line.length + mot.length + 1 > letters) lignes.push(mot)
    else lignes[last] = line === '' ? mot : `${line} ${mot}`
  }
  return lignes
}
