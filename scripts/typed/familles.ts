import { fold } from '#app/domain/texte/fold.ts'
import type { Intention } from '#db/resolver/intention.ts'
import { idDe } from '#db/resolver/intention.ts'

export type CommuneTapee = {
  code: string
  nom: string
  departementCode: string
  departementNom: string
  codesPostaux: string[]
  /** The code of the department of which it is the only commune, else null. */
  seule: string | null
}

/** A way to type a commune, without a fault; null for a commune that cannot be typed so. */
export const FAMILLES: Record<string, (commune: CommuneTapee) => string | null> = {
  nom: ({ nom }) => nom,
  'nom + département': ({ nom, departementNom }) => `${nom} ${departementNom}`,
  'nom + numéro': ({ nom, departementCode }) => `${nom} ${departementCode}`,
  'code postal + nom': ({ nom, codesPostaux: [first] }) => (first ? `${first} ${nom}` : null),
  'capitales, sans accents ni signes': ({ nom }) => fold(nom).toUpperCase(),
  'capitales, signes collés': ({ nom }) =>
    nom
      .split(/[\s-]+/)
      .map((word) => fold(word).replaceAll(' ', ''))
      .join(' ')
      .toUpperCase(),
}

const LETTRES = 'abcdefghijklmnopqrstuvwxyz'
const MIN_LETTRES = 6

/** A fault in a name, at a place and with a letter that `draw` gives. */
export const FAUTES: Record<string, (nom: string, draw: (below: number) => number) => string> = {
  fausse: (nom, draw) => put(nom, draw(nom.length), 1, draw),
  manquante: (nom, draw) => {
    const at = draw(nom.length)
    return nom.slice(0, at) + nom.slice(at + 1)
  },
  'en trop': (nom, draw) => put(nom, draw(nom.length + 1), 0, draw),
  inversées: (nom, draw) => {
    const at = draw(nom.length - 1)
    return nom.slice(0, at) + (nom[at + 1] ?? '') + (nom[at] ?? '') + nom.slice(at + 2)
  },
}

function put(nom: string, at: number, instead: number, draw: (below: number) => number): string {
  return nom.slice(0, at) + LETTRES[draw(LETTRES.length)] + nom.slice(at + instead)
}

/** The folded name with the fault on a letter, never on a space; null for a name of fewer than six letters, or no fault. */
export function misspell(nom: string, faute: string, draw: (below: number) => number): string | null {
  const folded = fold(nom)
  if (folded.replaceAll(' ', '').length < MIN_LETTRES) return null
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const typed = FAUTES[faute]?.(folded, draw) ?? folded
    const spaces = typed.split(' ').length === folded.split(' ').length && !/ {2}|^ | $/.test(typed)
    if (spaces && typed.replaceAll(' ', '') !== folded.replaceAll(' ', '')) return typed
  }
  return null
}

/** The choices of an answer, in the order of the page. */
export function choixDe(intention: Intention) {
  if (intention.type === 'territoire') return [intention.territoire, ...intention.autres]
  if (intention.type === 'question') return [...intention.choix, ...intention.autres]
  return []
}

/** Whether the answer is the commune, a question that holds it, or a list whose heading links it. */
export function tient(intention: Intention, { code, seule }: CommuneTapee): boolean {
  return choixDe(intention).some((one) => idDe(one) === code || idDe(one) === `d${seule}`)
}

/** Whether a commune of this name is the first of the answer. */
export function estPremiere(intention: Intention, { nom }: CommuneTapee): boolean {
  const [first] = choixDe(intention)
  return first !== undefined && fold(first.nom) === fold(nom)
}

/** Numbers below a bound from a seed, the same at each run (mulberry32). */
export function tirage(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
