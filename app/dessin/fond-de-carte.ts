import { type Classes, classesOf, type Methode, rangOf } from '#app/domain/carte/choropleth-classes.ts'
import type { Ton } from './encre.ts'

export const MAILLES = ['departements', 'regions'] as const
export type Maille = (typeof MAILLES)[number]

/** A shape: its outline (SVG path), and where a label stands, in units of its frame. */
export type Forme = { code: string; nom: string; d: string; x: number; y: number }
/** `sansContour`: a square stands for a territory of which no outline is at hand. */
export type CadreDessine = { nom: string; largeur: number; hauteur: number; traces: Forme[]; sansContour?: boolean }
/** `rappels`: codes drawn small in the main frame, and again, large, in an inset. */
export type Fond = { maille: Maille; metropole: CadreDessine; encarts: CadreDessine[]; rappels: readonly string[] }

/** A figure by territory, with its classes and the words that say it. */
export type CarteDeClasses = {
  fond: Fond
  /** By department or region code; null or absent: no figure. */
  valeurs: Readonly<Record<string, number | null>>
  classes: Classes
  /** How they were cut, which the legend says. */
  methode?: Methode
  /** In the legend and the captions: 3.21 → "3,21". */
  format: (valeur: number) => string
  /** In the name of a shape: 3.21 → "3,21 lieux pour 10 000 habitants". */
  dire?: (valeur: number) => string
  /** Above the legend: "Lieux pour 10 000 habitants". */
  unite: string
}

/** The classes of what a map draws: each territory of it counts once, with a figure or without. */
export function classesDuFond(
  fond: Fond,
  valeurs: CarteDeClasses['valeurs'],
  format: (valeur: number) => string,
  methode?: Methode,
): Classes {
  const codes = new Set(cadresDrawn(fond, valeurs).flatMap(({ traces }) => traces.map(({ code }) => code)))
  return classesOf(
    [...codes].map((code) => valeurs[code] ?? null),
    methode,
    format,
  )
}

/** The main frame, then the insets. Of a territory that has neither an outline nor a figure there is nothing to say. */
export function cadresDrawn({ metropole, encarts }: Fond, valeurs: CarteDeClasses['valeurs']): CadreDessine[] {
  const drawn = encarts.filter(({ traces, sansContour }) => !sansContour || traces.some(({ code }) => code in valeurs))
  return [metropole, ...drawn]
}

/** The figure under an inset of one territory; none under one of several. */
export function legendeDuCadre({ traces }: CadreDessine, { valeurs, format }: CarteDeClasses): string {
  const [forme, another] = traces
  if (forme === undefined || another !== undefined) return ''
  const valeur = valeurs[forme.code] ?? null
  return valeur === null ? 'non connu' : format(valeur)
}

// Fewer classes are farther apart in lightness.
export const TEINTES = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]] as const

/** What a class is drawn with, and the border of its shapes; `rang` null: no figure. */
export function tonsOf(rang: number | null, nombre: number): { ton: Ton; limite: Ton } {
  const teinte = rang === null ? undefined : TEINTES[nombre]?.[rang - 1]
  if (teinte === undefined) return { ton: 'sans-donnee', limite: 'limite-sans-donnee' }
  return { ton: `classe-${teinte}`, limite: `limite-${teinte}` }
}

/** "Creuse (23) : 3,21 lieux pour 10 000 habitants, classe 4 sur 5". A region's code, which nobody knows, is not said. */
export function nameForme({ code, nom }: Forme, carte: CarteDeClasses): string {
  const { fond, valeurs, classes, format, dire = format } = carte
  const qui = fond.maille === 'departements' ? `${nom} (${code})` : nom
  const valeur = valeurs[code] ?? null
  const rang = rangOf(valeur, classes)
  if (valeur === null || rang === null) return `${qui} : non connu`
  return `${qui} : ${dire(valeur)}, classe ${rang} sur ${classes.classes.length}`
}
