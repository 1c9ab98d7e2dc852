import { z } from 'zod'
import { emptyFilters } from '#app/domain/filters.ts'
import { communeOfToday } from '#app/pages/territoires/commune/demande.server.ts'
import { type LieuProche as LieuAutour, lieuxAutour } from '#app/pages/territoires/commune/lieux.server.ts'
import { currentCommune } from '#db/position.server.ts'
import { select } from '#db/selection.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { communeByCode } from '#db/territoires/communes.server.ts'
import { lieuxDeCommune } from '#db/territoires/lieux.server.ts'
import { LieuCsv, ligneCsv } from '../lieux-csv.server.ts'
import { LIEU, lieuxParLots } from '../lieux-objets.server.ts'
import { ADRESSES } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { reponseDeListe } from '../reponses.server.ts'
import { type Demande, type Reponse, ressource } from '../ressource.server.ts'
import { CommuneCourte, LieuProche } from '../schemas.server.ts'

const ADRESSE = ADRESSES.communeLieux
/** The nearest ones of a commune that has none. */
const PROCHES = 5

export const communeLieux = ressource({
  adresse: ADRESSE,
  titre: 'Les lieux d’une commune',
  description:
    'Par ordre alphabétique ; avec « rayon », ceux qui sont à tant de kilomètres de son centre. Une commune sans lieu donne les plus proches dans « plus_proches », chacun avec sa distance. Les anciens codes sont suivis.',
  reponse: reponseDeListe('lieux', LIEU, {
    commune: CommuneCourte,
    rayon_km: z.number().nullable(),
    plus_proches: z
      .array(LieuProche)
      .describe('Les lieux les plus proches, quand la commune n’en a aucun : ils ne sont pas dans la commune.'),
  }),
  objet: LIEU,
  csv: { schema: LieuCsv, ligne: ligneCsv },
  exemples: ['communes/23096/lieux', 'communes/23096/lieux?rayon=20'],
  repondre,
})

export const COMMUNE_INCONNUE = 'Aucune commune n’a ce code Insee. Cherchez-le par son nom : /api/v1/recherche?q=…'

function repondre({ context, params, values }: Demande<typeof ADRESSE.table>): Reponse {
  const { db, instant, publicUrl } = context
  const code = communeOfToday(db, params.code ?? '')
  const commune = code === null ? null : currentCommune(db, code)
  if (commune === null) return probleme(404, COMMUNE_INCONNUE)
  const { rayon } = values
  const near = rayon === null ? null : select(db, { ...emptyFilters(), commune: commune.code, rayon }, instant)
  const numeros = near === null ? lieuxDeCommune(db, commune.code) : near.lieux()
  const position = near?.position ?? null
  const complete = numeros.length > 0 ? null : communeByCode(db, commune.code)
  const proches = complete === null ? [] : lieuxAutour(context, complete, PROCHES)
  return {
    ...{ sorte: 'liste', nom: 'lieux', total: numeros.length, page: 1, limit: null },
    morceaux: lieuxParLots(db, numeros, { publicUrl, position }),
    tete: {
      commune,
      rayon_km: rayon,
      plus_proches: proches.map((lieu) => lieuProcheJson(lieu, publicUrl)),
    },
    source: sourcesOf(db, 'lieux'),
    sans: position === null ? ['distance_km'] : [],
    fichier: `lieux-${commune.code}`,
  }
}

/** A place beside a commune, with its distance. */
export function lieuProcheJson(
  { id, nom, communeNom, km }: LieuAutour,
  publicUrl: string,
): z.output<typeof LieuProche> {
  const distance_km = Math.round(km * 100) / 100
  return { id, nom, commune: communeNom, distance_km, url: `${publicUrl}/lieux/${id}` }
}
