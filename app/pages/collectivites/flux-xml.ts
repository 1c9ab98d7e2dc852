import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  entreesDesArrivees,
  entreesDesLieux,
  entreesDesPostes,
  sortEntrees,
} from '#app/domain/collectivites/changements.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { answerFlux, newestFile } from '#app/pages/commun/flux.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { lieuxArrivesOuPartis, postesDuTerritoire } from '#db/collectivites/historique.server.ts'
import type { TerritoireDeCollectivite } from '#db/collectivites/territoire.server.ts'
import type { Db } from '#db/connect.server.ts'
import { listMillesimes } from '#db/evolution.server.ts'
import { territoireAsked } from './demande.server.ts'
import { fichesOf, rapportOf } from './rapport.server.ts'

const MAX_ENTREES = 100
const RESUME =
  'Les postes validés d’une liste officielle à la suivante, et les fiches de lieux selon leur date de mise à jour. Les lieux qui arrivent, partent ou sont réunis, d’une liste de lieux archivée à la suivante. Un employeur sans SIRET ne peut pas être suivi.'

/** `/flux/collectivites/commune/43157.xml`: what changed on a territory, as the files tell it. */
export function loader({ params, request, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const [, code] = /^(.+)\.xml$/.exec(params.fichier ?? '') ?? []
  if (code === undefined) return fichierAbsent()
  const territoire = territoireAsked(db, params.type ?? '', code, request)
  const chemin = `/collectivites/${territoire.type}/${territoire.code}`
  const page = publicUrl + chemin
  const flux = {
    ...{ page, adresse: `${publicUrl}/flux${chemin}.xml`, resume: RESUME },
    titre: `Conseillers numériques : ce qui change, ${territoire.nom}`,
    entrees: sortEntrees([...postesOf(db, territoire, page), ...lieuxOf(db, territoire, publicUrl)], MAX_ENTREES),
    date: newestFile(db),
  }
  return answerFlux(flux)
}

function postesOf(db: Db, territoire: TerritoireDeCollectivite, page: string) {
  const postes = postesDuTerritoire(db, territoire)
  const listes = listMillesimes(db).map(({ id, date }) => ({ date, postes: postes.get(id) ?? [] }))
  return entreesDesPostes(listes, page)
}

function lieuxOf(db: Db, territoire: TerritoireDeCollectivite, publicUrl: string) {
  return [
    ...entreesDesArrivees(lieuxArrivesOuPartis(db, territoire), publicUrl),
    ...entreesDesLieux(fichesOf(rapportOf(db, territoire, aujourdhui()).fiches, null), publicUrl),
  ]
}
