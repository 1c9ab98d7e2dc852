import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { KINDS_VERIFIES, type KindVerifie } from '#app/domain/rapport/verification.ts'
import { before, isFormulaire, readCorps, tropGros } from './corps.server.ts'
import type { Limites } from './limites.ts'
import type { Compte } from './memoire.ts'
import { Refus } from './refus.ts'

/**
 * What the form sends. `colle`: pasted, not chosen; `kind` is null when the file's header has to say it; `colonnes`: what is
 * said of its columns, each as "ville=commune".
 */
export type Formulaire = {
  bytes: Uint8Array
  colle: boolean
  kind: KindVerifie | null
  colonnes: string[]
}

type Parts = {
  fichier: Buffer[]
  texte: string
  kind: string
  colonnes: string[]
  /** A file was chosen, empty or not. */
  choisi: boolean
  coupe: boolean
  enTrop: boolean
}

/**
 * Reads the form: a file in `fichier`, or its content in `texte`, and `type`. Names of files are not read. Throws a
 * `Refus` in one sentence for anything else.
 */
export async function readFormulaire(request: Request, limites: Limites, compte: Compte): Promise<Formulaire> {
  if (!isFormulaire(request)) return readSeul(request, limites, compte)
  const parts = await readParts(request, limites, compte)
  if (parts.coupe) throw tropGros(limites)
  if (parts.enTrop) throw new Refus(400, 'Envoyez un seul fichier à la fois.')
  const fichier = Buffer.concat(parts.fichier)
  const texte = parts.texte.trim() === '' ? '' : parts.texte
  if (fichier.length > 0 && texte !== '') {
    throw new Refus(400, 'Vous avez choisi un fichier et collé un texte : gardez l’un des deux.')
  }
  const bytes = fichier.length > 0 ? fichier : Buffer.from(texte)
  if (bytes.length === 0)
    throw new Refus(400, parts.choisi ? VIDE : 'Rien n’a été reçu. Choisissez un fichier CSV, ou collez son contenu.')
  if (bytes.length > limites.fichier) throw tropGros(limites)
  return { bytes, colle: fichier.length === 0, kind: readKind(parts.kind), colonnes: parts.colonnes }
}

const VIDE =
  'Ce fichier est vide. Ouvrez-le pour voir ce qu’il contient, enregistrez-le de nouveau, puis choisissez-le.'

/** A body that is the file itself. */
async function readSeul(request: Request, limites: Limites, compte: Compte): Promise<Formulaire> {
  const pieces: Uint8Array[] = []
  for await (const piece of readCorps(request, limites, compte)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  if (bytes.length === 0) throw new Refus(400, 'Rien n’a été reçu : l’envoi est vide.')
  if (bytes.length > limites.fichier) throw tropGros(limites)
  return { bytes, colle: false, kind: null, colonnes: [] }
}

function readKind(text: string): KindVerifie | null {
  if (text === '') return null
  const kind = KINDS_VERIFIES.find((one) => one === text)
  if (!kind) throw new Refus(400, 'Ce type de fichier n’existe pas. Choisissez-en un dans la liste.')
  return kind
}

async function readParts(request: Request, limites: Limites, compte: Compte): Promise<Parts> {
  const parts: Parts = { fichier: [], texte: '', kind: '', colonnes: [], choisi: false, coupe: false, enTrop: false }
  const busboy = openBusboy(request, limites)
  let failed = false
  const end = new Promise<void>((resolve, reject) => {
    busboy.on('finish', resolve)
    busboy.on('error', (error) => {
      failed = true
      reject(error)
    })
  })
  // Heard below, after the last piece: until then a failure must not be one that nobody hears.
  end.catch(() => undefined)
  listen(busboy, parts)
  for await (const piece of readCorps(request, limites, compte)) {
    // A broken form is read to its end, within the limits: a browser hears the answer once it has sent it all.
    if (!failed) busboy.write(piece)
  }
  busboy.end()
  await before(end, limites.silence).catch(() => {
    throw new Refus(400, MAL_FORME)
  })
  return parts
}

const MAL_FORME = 'L’envoi est arrivé incomplet ou mal formé. Réessayez.'

function openBusboy({ headers }: Request, { fichier }: Limites): BusboyInstance {
  const limits = { files: 1, fields: 44, parts: 45, fieldNameSize: 40, headerPairs: 20, headerSize: 8_000 }
  try {
    return new Busboy({
      headers: { 'content-type': headers.get('content-type') ?? '' },
      limits: { ...limits, fileSize: fichier, fieldSize: fichier },
    })
  } catch {
    // No boundary, or one that is none.
    throw new Refus(400, MAL_FORME)
  }
}

/** Of what is said of one column, in characters: a published name and ours. */
const COLONNE_MAX = 300

function listen(busboy: BusboyInstance, parts: Parts): void {
  busboy.on('file', (name, stream, nom) => {
    if (name === 'fichier' && nom) parts.choisi = true
    stream.on('error', () => undefined)
    stream.on('limit', () => {
      parts.coupe = true
    })
    stream.on('data', (bytes: Buffer) => {
      if (name === 'fichier') parts.fichier.push(bytes)
    })
  })
  busboy.on('field', (name, value, _, truncated) => {
    if (truncated) parts.coupe = true
    if (name === 'texte') parts.texte = value
    if (name === 'type') parts.kind = value
    if (name === 'colonne' && value !== '') parts.colonnes.push(value.slice(0, COLONNE_MAX))
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    busboy.on(limit, () => {
      parts.enTrop = true
    })
  }
}
