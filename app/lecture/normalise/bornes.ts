/** What is kept of a cell, in characters (docs/regles.md §17). */
const TEXTE = 300
const LISTE = 2_000
export const HORAIRES_MAX = 500
/** Of a presentation of more than that, the beginning is shown. */
export const RESUME_MAX = 280
/** Values of one list. */
export const VALEURS_MAX = 50

/** By column; any other is a short text. */
export const BORNES: ReadonlyMap<string, number> = new Map([
  ...de(200, 'nom', 'lib_fs', 'commune', 'lib_com'),
  ...de(HORAIRES_MAX, 'horaires', 'h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi'),
  // The longest published one, the identifiers of nine merged rows, has 299.
  ...de(1_000, 'id', 'id_fs'),
  ...de(2_000, 'presentation_resume', 'presentation_detail', 'commentaire'),
  ...de(LISTE, 'services', 'publics_specifiquement_adresses', 'prise_en_charge_specifique', 'frais_a_charge'),
  ...de(LISTE, 'modalites_acces', 'modalites_accompagnement', 'formations_labels', 'autres_formations_labels'),
  ...de(LISTE, 'dispositif_programmes_nationaux', 'courriels', 'mail', 'site_web', 'fiche_acces_libre', 'prise_rdv'),
])

function de(max: number, ...colonnes: string[]): [string, number][] {
  return colonnes.map((colonne) => [colonne, max])
}

export function borneDe(colonne: string): number {
  return BORNES.get(colonne) ?? TEXTE
}

/** A word that the cut went through, or may have: half an e-mail address would not be seen for what it is, and hidden. */
const MOT_COUPE = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+@-]+$/u

/** The beginning of a text, of whole words where there are several; the same text when it is no longer than `max`. */
export function couper(text: string, max: number): string {
  if (text.length <= max) return text
  const start = text.slice(0, max)
  return start.replace(MOT_COUPE, '').trimEnd() || start
}
