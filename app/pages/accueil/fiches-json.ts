import type { LoaderFunctionArgs } from '@remix-run/node'
import { hrefLieu, hrefStructure } from '#app/components/liens.ts'
import { phraseItinerant } from '#app/components/phrase-itinerant.ts'
import { type Adresse, lignesAdresse } from '#app/domain/adresse-affichee.ts'
import { compte, formatDate } from '#app/domain/format.ts'
import type { MapFiche } from '#app/domain/map-points.ts'
import type { Db } from '#db/connect.server.ts'
import { fichesByNumeros } from '#db/lieux.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { fichesStructures } from '#db/structures.server.ts'

const MAX = 200

/** What the map's panel says of some points: `?l=12,45` places, `&f=7` France services, `&s=3` employers, 200 at most. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const [lieux, franceServices, structures] = ['l', 'f', 's'].map((nom) => readNumeros(params.get(nom)))
  if (!lieux || !franceServices || !structures)
    return refuse('Les paramètres « l », « f » et « s » sont des listes de nombres : l=12,45&f=7&s=3.')
  if (lieux.length + franceServices.length + structures.length > MAX)
    return refuse(`Pas plus de ${MAX} points à la fois.`)
  return Response.json({ fiches: fichesOf(context.db, [...lieux, ...franceServices], structures) })
}

function readNumeros(texte: string | null): number[] | null {
  if (texte === null || texte === '') return []
  return /^\d{1,9}(,\d{1,9})*$/.test(texte) ? texte.split(',').map(Number) : null
}

function refuse(erreur: string): Response {
  return Response.json({ erreur }, { status: 400 })
}

function fichesOf(db: Db, lieux: number[], structures: number[]): MapFiche[] {
  const source = postesSource(db)
  const postesAu = source ? ` au ${formatDate(source.date)}` : ''
  return [
    ...fichesByNumeros(db, lieux).map(
      (lieu): MapFiche => ({
        objet: lieu.reseau === 'france-services' ? 'france-services' : 'lieu',
        numero: lieu.numero,
        href: hrefLieu(lieu.id),
        nom: lieu.nom,
        ...adresseDe({ ...lieu, communeNom: lieu.commune }),
        approximate: lieu.approximate,
        ...(lieu.itinerant && { detail: `${phraseItinerant(lieu.telephone, lieu.reseau)}.` }),
      }),
    ),
    ...fichesStructures(db, structures).map(
      (structure): MapFiche => ({
        objet: 'structure',
        numero: structure.id,
        href: hrefStructure(structure.cle),
        nom: structure.nom,
        ...adresseDe({ ...structure, communeNom: structure.commune }),
        approximate: structure.approximate,
        detail: compte(structure.postes, 'poste validé', 'postes validés') + postesAu,
      }),
    ),
  ]
}

// The panel writes both, one after the other: the town stands in its own field alone.
function adresseDe(adresse: Adresse): Pick<MapFiche, 'adresse' | 'commune'> {
  const rue = lignesAdresse({ ...adresse, codePostal: null, communeNom: null }).join(', ')
  return { adresse: rue || null, commune: [adresse.codePostal, adresse.communeNom].filter(Boolean).join(' ') || null }
}
