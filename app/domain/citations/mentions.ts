/** Who publishes this copy of the site, and who keeps it online: what the law on the digital economy asks for. */
export type Editeur = {
  nom: string
  adresse: string | null
  /** An e-mail address, or the address of a page with a form. */
  contact: string | null
  directeur: string | null
}
export type Hebergeur = { nom: string; adresse: string | null }
export type Mentions = { editeur: Editeur | null; hebergeur: Hebergeur | null }

export const SANS_MENTIONS: Mentions = { editeur: null, hebergeur: null }

/** The settings of the legal page, and what each is, for whoever puts a copy online. */
export const VARIABLES_MENTIONS = {
  PUBLISHER_NAME: 'le nom de la personne ou de l’organisme qui publie',
  PUBLISHER_ADDRESS: 'son adresse postale',
  PUBLISHER_CONTACT: 'une adresse électronique, ou l’adresse d’une page pour écrire',
  PUBLISHER_DIRECTOR: 'le directeur ou la directrice de la publication',
  HOST_NAME: 'le nom de l’hébergeur',
  HOST_ADDRESS: 'son adresse postale',
} as const
type Variable = keyof typeof VARIABLES_MENTIONS

/** Throws a French sentence when something is said of a publisher or a host without a name, or a contact is none. */
export function mentionsOf(env: Readonly<Record<string, string | undefined>>): Mentions {
  const read = (name: Variable) => env[name]?.trim() || null
  const nom = named(read, 'PUBLISHER_NAME', ['PUBLISHER_ADDRESS', 'PUBLISHER_CONTACT', 'PUBLISHER_DIRECTOR'])
  const hote = named(read, 'HOST_NAME', ['HOST_ADDRESS'])
  const contact = read('PUBLISHER_CONTACT')
  if (contact !== null && hrefContact(contact) === null) {
    throw new Error(`PUBLISHER_CONTACT n’est ni une adresse électronique, ni une adresse http(s) : ${contact}`)
  }
  return {
    editeur:
      nom === null ? null : { nom, adresse: read('PUBLISHER_ADDRESS'), contact, directeur: read('PUBLISHER_DIRECTOR') },
    hebergeur: hote === null ? null : { nom: hote, adresse: read('HOST_ADDRESS') },
  }
}

function named(read: (name: Variable) => string | null, name: Variable, others: Variable[]): string | null {
  const nom = read(name)
  const alone = nom === null ? others.find((other) => read(other) !== null) : undefined
  if (alone) throw new Error(`${alone} se donne avec ${name}.`)
  return nom
}

/** The link of a contact; null when it is neither an e-mail address nor a page. */
export function hrefContact(contact: string): string | null {
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact)) return `mailto:${contact}`
  return /^https?:\/\/[^\s<>"]+$/.test(contact) ? contact : null
}
