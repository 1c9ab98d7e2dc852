import { z } from 'zod'
import { readBoite } from '#app/domain/distance/boite.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { lieuxAsked, nearestLieux, type Selection, select } from '#db/selection.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { LieuCsv, ligneCsv } from '../lieux-csv.server.ts'
import { distanceOf, LIEU, lieuxParLots } from '../lieux-objets.server.ts'
import { ADRESSES, type Format, LIMIT_DEFAUT } from '../parametres.ts'
import { refuseFautes } from '../probleme.server.ts'
import { reponseDeListe } from '../reponses.server.ts'
import { type Demande, type Liste, ressource } from '../ressource.server.ts'
import { LieuProche } from '../schemas.server.ts'

const ADRESSE = ADRESSES.lieux

export const lieux = ressource({
  adresse: ADRESSE,
  titre: 'Les lieux où un conseiller numérique reçoit',
  description:
    'Les filtres de la liste du site. Autour d’un point ou d’une commune, du plus proche au plus lointain : dans un rayon de 20 km, ou de « rayon » ; avec « limit » et sans « rayon », les plus proches, si loin soient-ils. Les fichiers (CSV, GeoJSON, XLSX) contiennent tous les lieux.',
  reponse: reponseDeListe('lieux', LIEU, {
    rayon_km: z.number().nullable().describe('Le rayon de la recherche, quand il y en a un.'),
    plus_proche: LieuProche.nullable().describe('Quand il n’y a aucun lieu dans ce rayon.'),
  }),
  objet: LIEU,
  csv: { schema: LieuCsv, ligne: ligneCsv },
  exemples: [
    'lieux?departement=23&ruralite=rural',
    'lieux?commune=23096&rayon=20&fields=nom,telephone',
    'lieux?lat=46.17&lon=1.87&limit=5',
    'lieux?bbox=1.5,45.8,2.6,46.5&limit=20',
    'lieux.geojson?departement=66',
    'lieux.csv?service=aide-aux-demarches-administratives&departement=974',
  ],
  repondre,
})

function repondre({ context, values, query, format }: Demande<typeof ADRESSE.table>): Liste | Response {
  const { db, instant, validite, publicUrl } = context
  const { filters, errors } = readFilters(db, query)
  const { boite, errors: besides } = readBoite(values)
  const refused = refuseFautes([...errors, ...besides])
  if (refused) return refused
  if (filters.ouvert === MAINTENANT) validite.minute()
  const selection = select(db, filters, instant)
  const { position } = selection
  const { rayon, limit, page } = values
  const loin = position !== null && limit !== null && rayon === null
  const numeros = lieuxAsked(selection, { boite, loin })
  const par = limit ?? parDefaut(format)
  const from = par === null ? 0 : (page - 1) * par
  const montres = par === null ? numeros : numeros.slice(from, from + par)
  const rayonKm = position === null || loin ? null : filters.rayon
  return {
    ...{ sorte: 'liste', nom: 'lieux', total: numeros.length, page, limit: par },
    morceaux: lieuxParLots(db, montres, { publicUrl, position }),
    tete: {
      rayon_km: rayonKm,
      plus_proche: rayonKm !== null && numeros.length === 0 ? plusProche(db, selection, publicUrl) : null,
    },
    source: sourcesOf(db, 'lieux'),
    sans: position === null ? ['distance_km'] : [],
    fichier: 'lieux-conseillers-numeriques',
  }
}

/** Of JSON a page; files give all. */
function parDefaut(format: Format): number | null {
  return format === 'json' ? LIMIT_DEFAUT : null
}

function plusProche(db: Db, selection: Selection, publicUrl: string): z.output<typeof LieuProche> | null {
  const [lieu] = lieuxByNumeros(db, nearestLieux(selection, 1))
  const km = lieu && selection.position && distanceOf(selection.position, lieu)
  if (lieu === undefined || km == null) return null
  const { id, nom, communeNom: commune } = lieu
  return { id, nom, commune, distance_km: km, url: `${publicUrl}/lieux/${id}` }
}
