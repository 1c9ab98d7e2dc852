import { z } from 'zod'
import { RURALITES } from '#app/domain/vocabulary.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import { phrasesDeCommune } from '#app/pages/territoires/commune/commune-page.server.ts'
import { communeOfToday } from '#app/pages/territoires/commune/demande.server.ts'
import { lieuxAutour } from '#app/pages/territoires/commune/lieux.server.ts'
import { postesDeCommune } from '#app/pages/territoires/commune/tableaux.server.ts'
import { communeByCode } from '#db/territoires/communes.server.ts'
import { isInconnu, sourcesCouverture } from '../chiffres-json.server.ts'
import { ADRESSES } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { reponseSeule } from '../reponses.server.ts'
import { type Definition, type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'
import { LieuProche } from '../schemas.server.ts'
import { COMMUNE_INCONNUE, lieuProcheJson } from './commune-lieux.server.ts'

const PROCHES = 5

const Commune = z
  .strictObject({
    code: z.string().describe('Le code Insee d’aujourd’hui : un ancien code est suivi.'),
    nom: z.string(),
    departement: z.string(),
    departement_nom: z.string(),
    region: z.string().nullable(),
    epci: z.string().nullable().describe('Le SIREN de son intercommunalité.'),
    epci_nom: z.string().nullable(),
    population: z.int(),
    ruralite: z.enum(RURALITES),
    ruralite_estimee: z.boolean(),
    densite: z.int().min(1).max(7).nullable(),
    frr: z.string().nullable(),
    lieux: z.int().nullable(),
    postes: z.int().nullable(),
    distance_km: z.number().nullable().describe('De son centre au lieu le plus proche, à vol d’oiseau.'),
    phrases: z.array(z.string()).describe('Ce que la page de la commune en dit.'),
    plus_proches: z.array(LieuProche).describe('Les lieux les plus proches hors de la commune.'),
    url: z.string(),
  })
  .meta({ id: 'Commune', description: 'Une commune, avec ses chiffres et les lieux les plus proches.' })
const COMMUNE: Definition = { schema: Commune, cle: 'code' }

export const commune = ressource({
  adresse: ADRESSES.commune,
  titre: 'Une commune, avec ses chiffres et les lieux les plus proches',
  description: 'Toutes les communes répondent : celle qui n’a aucun lieu le dit, et donne les plus proches.',
  reponse: reponseSeule('commune', COMMUNE),
  objet: COMMUNE,
  exemples: ['communes/23096', 'communes/23096?fields=nom,lieux,distance_km'],
  repondre,
})

function repondre({ context, params }: Demande<typeof ADRESSES.commune.table>): Reponse {
  const { db, publicUrl } = context
  const code = communeOfToday(db, params.code ?? '')
  const found = code === null ? null : communeByCode(db, code)
  if (found === null) return probleme(404, COMMUNE_INCONNUE)
  const autour = lieuxAutour(context, found, PROCHES)
  const one: z.output<typeof Commune> = {
    ...{ code: found.code, nom: found.nom, departement: found.departementCode, departement_nom: found.departementNom },
    ...{ region: found.regionNom, epci: found.epciCode, epci_nom: nomEpci(found.epciCode) },
    ...{ population: found.population, ruralite: found.ruralite, ruralite_estimee: found.ruraliteEstimee },
    ...{ densite: found.densite, frr: found.frr, distance_km: found.distanceKm },
    lieux: isInconnu(db, 'lieux') ? null : found.lieux,
    postes: isInconnu(db, 'postes') ? null : postesDeCommune(db, found),
    phrases: phrasesDeCommune(db, found, autour),
    plus_proches: autour.map((lieu) => lieuProcheJson(lieu, publicUrl)),
    url: `${publicUrl}/communes/${found.code}`,
  }
  return seul({ commune: one, source: sourcesCouverture(db) }, 'commune')
}
