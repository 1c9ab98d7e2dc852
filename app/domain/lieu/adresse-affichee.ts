export type Adresse = {
  /** House number and street, without postcode and town. */
  adresse: string | null
  complementAdresse?: string | null
  codePostal: string | null
  communeNom: string | null
}

/**
 * The lines of an address as on an envelope: complement, house number and street, postcode and town; each thing once.
 * Empty when nothing is known.
 */
export function lignesAdresse({ adresse, complementAdresse, codePostal, communeNom }: Adresse): string[] {
  const ville = [codePostal, communeNom].filter(Boolean).join(' ')
  const rue = clean(adresse)
  const complement = clean(complementAdresse ?? null)
  const lignes = [
    repeats(complement, [rue, communeNom]) ? '' : complement,
    repeats(rue, [ville, communeNom]) ? '' : rue,
    ville,
  ]
  return lignes.filter((ligne) => ligne !== '')
}

/** The same on one line: "Bâtiment B, 12 rue des Écoles, 23000 Guéret". */
export function adresseEnLigne(adresse: Adresse): string {
  return lignesAdresse(adresse).join(', ')
}

function clean(texte: string | null): string {
  return (texte ?? '').replace(/\s+/g, ' ').replace(/^[\s,;-]+|[\s,;-]+$/g, '')
}

// A complement that says the street or the town again helps nobody.
function repeats(texte: string, autres: (string | null)[]): boolean {
  return autres.some((autre) => autre !== null && autre !== '' && fold(texte) === fold(autre))
}

function fold(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
