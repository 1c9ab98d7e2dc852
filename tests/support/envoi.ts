export const PAGE = '/collectivites/verifier'
export const RAPPORT = `${PAGE}/rapport.csv`
export const CORRIGE = `${PAGE}/corrige.csv`

const BORNE = '----borne'
export const MULTIPART = `multipart/form-data; boundary=${BORNE}`

type Part = { nom: string; contenu: Uint8Array | string; fichier?: string }

/** The bytes of a form as a browser sends it, written out: what is tested is not what writes it. */
export function formulaire(parts: Part[]): Buffer {
  const pieces = parts.flatMap(({ nom, contenu, fichier }) => {
    const name = fichier === undefined ? '' : `; filename="${fichier}"\r\nContent-Type: text/csv`
    return [
      Buffer.from(`--${BORNE}\r\nContent-Disposition: form-data; name="${nom}"${name}\r\n\r\n`),
      Buffer.from(contenu),
      Buffer.from('\r\n'),
    ]
  })
  return Buffer.concat([...pieces, Buffer.from(`--${BORNE}--\r\n`)])
}

/** The form with a file chosen and nothing pasted, as the page sends it. */
export function avecFichier(contenu: Uint8Array | string, fichier = 'lieux.csv'): Buffer {
  return formulaire([
    { nom: 'fichier', contenu, fichier },
    { nom: 'texte', contenu: '' },
    { nom: 'type', contenu: '' },
  ])
}

export function envoi(body: Buffer, type = MULTIPART): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': type }, body: new Uint8Array(body) }
}
