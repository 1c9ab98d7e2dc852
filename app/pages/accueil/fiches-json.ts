import type { LoaderFunctionArgs } from '@remix-run/node'
import { hrefLieu, hrefStructure } from '#app/components/liens.ts'
import { phraseItinerant } from '#app/components/phrase-itinerant.ts'
import type { AppContext } from '#app/context.ts'
import type { LiensDeFiche, MapFiche } from '#app/domain/carte/points.ts'
import type { Filters } from '#app/domain/filters.ts'
import { etatDit } from '#app/domain/horaires/etat.ts'
import { type Adresse, lignesAdresse } from '#app/domain/lieu/adresse-affichee.ts'
import { hrefGeo, hrefItineraire } from '#app/domain/lieu/itineraire.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { hrefCourriel, hrefSms, messageDuLieu } from '#app/domain/lieu/partage.ts'
import type { One } from '#app/domain/parametres/kinds.ts'
import { readParams } from '#app/domain/parametres.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { namesOf, withDistances } from '#app/pages/commun/proximite.server.ts'
import { sujetDe } from '#app/pages/lieu/reseau.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuResume, lieuxByNumeros } from '#db/lieux.server.ts'
import { select } from '#db/selection.server.ts'
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
const TABLE = { l: NUMEROS, f: NUMEROS, a: NUMEROS, s: NUMEROS }

const OBJETS = { 'conseiller-numerique': 'lieu', 'france-services': 'france-services', autre: 'autre' } as const

/**
 * What the map's panel says of some points: `?l=12,45` places, `&f=7` France services, `&a=9` of other
 * networks, `&s=3` employers, 200 at most;
 * with the position of the list (`&commune=23096`, `&lat=…&lon=…`, or a cell), how far they are.
 */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { values, errors } = readParams(TABLE, searchParams)
  const { l, f, a, s } = values
  if (errors.length > 0) return refuse(errors.map(({ message }) => message).join(' '))
  if (l.length + f.length + a.length + s.length > MAX) return refuse(`Pas plus de ${MAX} points à la fois.`)
  const { filters } = readFilters(context.db, searchParams)
  return Response.json({
    fiches: [...fichesDeLieux(context, filters, [...l, ...f, ...a]), ...fichesDEmployeurs(context.db, [...s])],
  })
}

function refuse(erreur: string): Response {
  return Response.json({ erreur }, { status: 400 })
}

function fichesDeLieux(context: AppContext, filters: Filters, numeros: number[]): MapFiche[] {
  const { db, instant, validite } = context
  const selection = select(db, filters, instant)
  const lieux = withDistances(selection, namesOf(db, selection), lieuxByNumeros(db, numeros))
  validite.etats(lieux)
  return lieux.map((lieu) => ({
    objet: OBJETS[lieu.reseau],
    numero: lieu.numero,
    href: hrefLieu(lieu.id),
    nom: nomDoux(lieu.nom, lieu.communeNom),
    ...adresseDe(lieu),
    approximate: isApproximate(lieu.precision),
    telephone: lieu.telephone,
    etat: etatDit(lieu, instant, true),
    ...(lieu.distance && { distance: lieu.distance }),
    ...(lieu.itinerant && { detail: `${phraseItinerant(lieu.telephone, lieu.reseau)}.` }),
    ...(numeros.length === 1 && { liens: liensDe(context, lieu) }),
  }))
}

function liensDe({ publicUrl, instant }: AppContext, lieu: LieuResume): LiensDeFiche {
  const page = `${publicUrl}/lieux/${lieu.id}`
  const message = messageDuLieu(lieu, page, instant)
  return {
    ...{ geo: hrefGeo(lieu), itineraire: hrefItineraire(lieu), page },
    ...{ sms: hrefSms(message), courriel: hrefCourriel(sujetDe(lieu), message) },
  }
}

function fichesDEmployeurs(db: Db, ids: number[]): MapFiche[] {
  const source = postesSource(db)
  const postesAu = source ? ` au ${formatDate(source.date)}` : ''
  return fichesStructures(db, ids).map((structure) => ({
    objet: 'structure',
    numero: structure.id,
    href: hrefStructure(structure.cle),
    nom: nomDoux(structure.nom, structure.commune),
    ...adresseDe({ ...structure, communeNom: structure.commune }),
    approximate: structure.approximate,
    detail: compte(structure.postes, 'poste validé', 'postes validés') + postesAu,
  }))
}

// The panel writes both, one after the other: the town stands in its own field alone.
function adresseDe(adresse: Adresse): Pick<MapFiche, 'adresse' | 'commune'> {
  const rue = lignesAdresse({ ...adresse, codePostal: null, communeNom: null }).join(', ')
  return { adresse: rue || null, commune: [adresse.codePostal, adresse.communeNom].filter(Boolean).join(' ') || null }
}
