import { formatDate } from '#app/domain/texte/format.ts'
import { lieuAncienById, lieuById } from '#db/lieux.server.ts'
import { lieuxPublies } from '#db/lieux-publies.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { LIEU, lieuJson } from '../lieux-objets.server.ts'
import { ADRESSES } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { reponseSeule } from '../reponses.server.ts'
import { type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'

const ADRESSE = ADRESSES.lieu

export const lieu = ressource({
  adresse: ADRESSE,
  titre: 'Un lieu',
  description:
    'Par son identifiant, celui de l’adresse de sa page. Un identifiant ancien mène au lieu qui l’a repris (301) ; un lieu qui n’est plus dans le fichier répond 410.',
  reponse: reponseSeule('lieu', LIEU),
  objet: LIEU,
  exemples: ['lieux/$lieu', 'lieux/$lieu.geojson'],
  repondre,
})

function repondre({ context, params, query, format }: Demande<typeof ADRESSE.table>): Reponse {
  const { db, publicUrl } = context
  const id = params.id ?? ''
  const [found] = lieuxPublies(db, numeroOf(lieuById(db, id)))
  if (found === undefined) return absent(context.db, id, { publicUrl, query, format })
  return seul({ lieu: lieuJson(found, { publicUrl, position: null }), source: sourcesOf(db, 'lieux') }, 'lieu')
}

function numeroOf(found: { numero: number } | null): number[] {
  return found === null ? [] : [found.numero]
}

type Voulu = { publicUrl: string; query: URLSearchParams; format: string }

function absent(db: Parameters<typeof lieuAncienById>[0], id: string, { publicUrl, query, format }: Voulu): Response {
  const ancien = lieuAncienById(db, id)
  if (ancien === null)
    return probleme(404, 'Aucun lieu n’a cet identifiant. Cherchez-le par son nom : /api/v1/recherche?q=…')
  if (ancien.versId === null)
    return probleme(
      410,
      `Le lieu « ${ancien.nom} » n’est plus dans le fichier depuis celui qui suit le ${formatDate(ancien.vuLe)}.`,
    )
  const suite = query.size === 0 ? '' : `?${query}`
  const Location = `${publicUrl}/api/v1/lieux/${ancien.versId}${format === 'json' ? '' : `.${format}`}${suite}`
  return new Response(null, { status: 301, headers: { Location, 'Access-Control-Allow-Origin': '*' } })
}
