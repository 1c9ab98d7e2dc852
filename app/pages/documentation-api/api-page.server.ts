import type { AppContext } from '#app/context.ts'
import { VERSION } from '#app/pages/api/openapi.server.ts'
import { ADRESSES, type Adresse } from '#app/pages/api/parametres.ts'
import { RESSOURCES } from '#app/pages/api/ressources.server.ts'
import type { Db } from '#db/connect.server.ts'
import { clientsOf } from './clients.server.ts'

/** Of this database, what an example names: a place, an employer, an EPCI, a department that has some. */
const CHOISIS: Record<string, string> = {
  lieu: "select id from lieu where reseau = 'conseiller-numerique' order by id limit 1",
  structure: 'select cle from structure order by postes desc, cle limit 1',
  epci: 'select epci_code from commune where epci_code is not null order by population desc, code limit 1',
  departement: "select coalesce(min(departement_code), '23') from lieu where reseau = 'conseiller-numerique'",
}

/** All that the page shows: each address with what it reads and examples that answer here. */
export function pageApi({ db, publicUrl }: AppContext) {
  return {
    version: VERSION,
    adresses: Object.entries(ADRESSES).flatMap(([cle, adresse]) => {
      const une = RESSOURCES[cle]
      return une
        ? [
            {
              ...decrite(adresse),
              titre: une.titre,
              description: une.description ?? null,
              exemples: exemplesOf(db, une.exemples),
            },
          ]
        : []
    }),
    clients: clientsOf(publicUrl),
    publicUrl,
    canonique: `${publicUrl}/api`,
  }
}

function decrite({ chemin, formats, table }: Adresse) {
  return {
    chemin: `/api/v1/${chemin}`,
    formats: [...formats],
    parametres: Object.entries(table).map(([nom, { sens = '', expected }]) => ({ nom, sens, expected })),
  }
}

/** Those whose names this database can give. */
function exemplesOf(db: Db, exemples: readonly string[]): string[] {
  return exemples.flatMap((exemple) => {
    const [, nom] = /\$(\w+)/.exec(exemple) ?? []
    const choisi =
      nom === undefined
        ? ''
        : db.$client
            .prepare<[], string>(CHOISIS[nom] ?? '')
            .pluck()
            .get()
    return choisi == null ? [] : [`/api/v1/${exemple.replace(/\$\w+/, choisi)}`]
  })
}
