import type { LoaderFunctionArgs } from '@remix-run/node'
import { hrefLieu, hrefStructure } from '#app/components/liens.ts'
import { phraseItinerant } from '#app/components/phrase-itinerant.ts'
import type { MapFiche } from '#app/domain/carte/points.ts'
import { type Adresse, lignesAdresse } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import type { One } from '#app/domain/parametres/kinds.ts'
import { readParams } from '#app/domain/parametres.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import type { Db } from '#db/connect.server.ts'
import { fichesByNumeros } from '#db/lieux.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { fichesStructures } from '#db/structures.server.ts'

const MAX = 200
const NUMEROS: One<readonly number[]> = {
  repeatable: false,
  initial: [],
  read: (raw) => (/^\d{1,9}(,\d{1,9})*$/.test(raw) ? raw.split(',').map(Number) : undefined),
  write: (numeros) => numeros.join(','),
  expected: 'une liste de nombres, comme 12,45',
}
const TABLE = { l: NUMEROS, f: NUMEROS, s: NUMEROS }

/** What the map's panel says of some points: `?l=12,45` places, `&f=7` France services, `&s=3` employers, 200 at most. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { values, errors } = readParams(TABLE, new URL(request.url).searchParams)
  const { l, f, s } = values
  if (errors.length > 0) return refuse(errors.map(({ message }) => message).join(' '))
  if (l.length + f.length + s.length > MAX) return refuse(`Pas plus de ${MAX} points à la fois.`)
  return Response.json({ fiches: fichesOf(context.db, [...l, ...f], [...s]) })
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
        nom: nomDoux(lieu.nom, lieu.commune),
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
        nom: nomDoux(structure.nom, structure.commune),
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
