import curl from '../../../docs/examples/curl.sh?raw'
import javascript from '../../../docs/examples/javascript.mjs?raw'
import python from '../../../docs/examples/python.py?raw'
import qgis from '../../../docs/examples/qgis.md?raw'
import r from '../../../docs/examples/r.R?raw'
import tableur from '../../../docs/examples/tableur.md?raw'
import umap from '../../../docs/examples/umap.md?raw'

const CLIENTS = [
  { id: 'curl', nom: 'curl', texte: curl },
  { id: 'javascript', nom: 'JavaScript', texte: javascript },
  { id: 'python', nom: 'Python', texte: python },
  { id: 'r', nom: 'R', texte: r },
  { id: 'umap', nom: 'uMap', texte: umap },
  { id: 'qgis', nom: 'QGIS', texte: qgis },
  { id: 'tableur', nom: 'Un tableur', texte: tableur },
] as const

/** Where the files of docs/examples say that the site is. */
const ICI = 'http://localhost:3000'

/** The files of docs/examples, which tests run, with the address of this site. */
export function clientsOf(publicUrl: string) {
  return CLIENTS.map((client) => ({ ...client, texte: client.texte.replaceAll(ICI, publicUrl) }))
}
