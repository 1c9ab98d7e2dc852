import { Unreadable } from './unreadable.ts'

const ARCHIVE = 'c’est une archive, pas un tableau. Ouvrez-la, et donnez le fichier qu’elle contient.'
const IMAGE = 'c’est une image, pas un tableau. Donnez un CSV, un JSON ou un classeur (.xlsx, .ods).'

const UTF_32 =
  'ce fichier est en UTF-32, que peu de programmes lisent. Dans le tableur, enregistrez-le en « CSV UTF-8 ».'

/** The first bytes of files that are no table, in hexadecimal, and what to do of them. */
const SIGNATURES: Record<string, string> = {
  '25504446': 'c’est un PDF, pas un tableau. Donnez le tableur d’où il vient, en CSV, .xlsx ou .ods.',
  d0cf11e0: 'c’est un classeur d’un ancien format (.xls). Enregistrez-le en .xlsx, .ods ou CSV.',
  '7b5c727466': 'c’est un texte (RTF), pas un tableau. Enregistrez le tableau en CSV, .xlsx ou .ods.',
  ...{ '1f8b': ARCHIVE, '377abcaf': ARCHIVE, '526172211a07': ARCHIVE },
  ...{ fffe0000: UTF_32, '0000feff': UTF_32 },
  ...{ '89504e47': IMAGE, ffd8ff: IMAGE, '47494638': IMAGE },
}

const PAGE = /^\s*<(?:!doctype html|html|head|body|table)\b/i
const XML = /^\s*<\?xml\b/i

/** Throws `Unreadable`, with the way out, for a file whose first bytes say that it is something else than a table. */
export function refuseAutre(nom: string, head: Buffer): void {
  const hex = head.subarray(0, 8).toString('hex')
  const signature = Object.keys(SIGNATURES).find((debut) => hex.startsWith(debut))
  if (signature) throw new Unreadable(`${nom} : ${SIGNATURES[signature]}`)
  const texte = head.toString('utf8').replace(/^\ufeff/, '')
  if (PAGE.test(texte))
    throw new Unreadable(
      `${nom} : c’est une page web, pas un tableau : ce lien ne mène pas au fichier, ou n’y mène plus. Téléchargez le CSV ; un tableau enregistré en HTML s’ouvre dans un tableur, qui l’enregistre en CSV.`,
    )
  if (XML.test(texte))
    throw new Unreadable(`${nom} : c’est un XML, pas un tableau. Donnez un CSV, un JSON ou un classeur (.xlsx, .ods).`)
}
