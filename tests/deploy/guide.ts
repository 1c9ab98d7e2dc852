import { readFileSync } from 'node:fs'

export const GUIDE = 'docs/exploitation.md'

export type Etape = { titre: string; commande: string }

/** The commands of the guide, in its order, each under the title of its section. A line is a command. */
export function etapesDuGuide(): Etape[] {
  let titre = ''
  let inside = false
  const etapes: Etape[] = []
  for (const line of readFileSync(GUIDE, 'utf8').split('\n')) {
    if (line.startsWith('## ')) titre = line.slice(3)
    if (line.startsWith('```')) inside = line === '```sh'
    else if (inside) etapes.push({ titre, commande: line })
  }
  return etapes
}
