import { apercuDe } from '#app/components/metadonnees.ts'
import type { AppContext } from '#app/context.ts'
import { part } from '#app/domain/chiffres/taux.ts'
import { type Chiffres, sumComptes } from '#app/domain/couverture/comptes.ts'
import { alerteSitues, phraseSitues } from '#app/domain/couverture/phrases.ts'
import type { Etape } from '#app/domain/territoires/fil-ariane.ts'
import { phrasesCommune } from '#app/domain/territoires/phrases.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import { SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { cellulesParEpci } from '#db/comptes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { datesOf, fichiersAbsents, metaOf } from '#db/sources.server.ts'
import type { CommuneComplete } from '#db/territoires/communes.server.ts'
import { siegesDeCommune } from '#db/territoires/employeurs.server.ts'
import { lieuxDeCommune } from '#db/territoires/lieux.server.ts'
import { isDesservi } from '#db/territoires.server.ts'
import { type LieuProche, lieuxAutour } from './lieux.server.ts'
import { postesDeCommune, postesSituesDeCommune, tableauxDeCommune } from './tableaux.server.ts'

const LIEUX = 10
const LIGNES = 20
const AUTOUR = 3

/** All that the page of a commune shows. */
export function pageCommune(context: AppContext, commune: CommuneComplete) {
  const { db, publicUrl } = context
  const { code, nom, departementCode, departementNom } = commune
  const chemin = `/communes/${code}`
  const autour = lieuxAutour(context, commune, AUTOUR)
  const tableaux = tableauxDeCommune(db, commune, LIGNES)
  const absents = fichiersAbsents(db)
  const departement = `${departementNom} (${departementCode})`
  return {
    commune,
    chemin,
    publicUrl,
    // Paris is a department of the same name.
    titre: `Les conseillers numériques : ${nom === departementNom ? 'commune de ' : ''}${nom} (${departementCode})`,
    etapes: [
      ['Départements', '/departements'],
      [departement, `/departements/${departementCode}`],
      [nom, chemin],
    ] as Etape[],
    image: apercuDe(`commune=${code}`),
    absents,
    phrases: phrasesDeCommune(db, commune, autour),
    situes: absents.length > 0 ? null : phraseSitues(situesOf(db, commune), datesOf(db)),
    alerte: absents.length > 0 ? null : alerteSitues(situesOf(db, commune)),
    departement,
    epci: nomEpci(commune.epciCode),
    // The grid does not class every commune: then the class is an estimate although others are not.
    estimee: commune.ruraliteEstimee || metaOf(db).ruraliteEstimee,
    lieux: lieuxByNumeros(db, lieuxDeCommune(db, code).slice(0, LIEUX)),
    autour,
    sieges: siegesDeCommune(db, code),
    chiffres: tableaux.filter(({ id }) => id === 'chiffres'),
    employeurs: tableaux.filter(({ id }) => id === 'employeurs'),
    sources: sourcesDes(db, SOURCES_TOUTES),
    canonique: publicUrl + chemin,
    vuLe: aujourdhui(),
  }
}

/** Of how many of its posts, and of those of its EPCI, a place is known. */
function situesOf(db: Db, commune: CommuneComplete): Pick<Chiffres, 'postes' | 'postes-situes' | 'part-postes-situes'> {
  const [postes, situes] = [postesDeCommune(db, commune), postesSituesDeCommune(db, commune)]
  return { postes, 'postes-situes': situes, 'part-postes-situes': part(situes, postes) }
}

function epciOf(db: Db, epci: string | null) {
  const nom = nomEpci(epci)
  if (epci === null || nom === null) return null
  return { nom, postes: sumComptes(cellulesParEpci(db).get(epci) ?? []).postes }
}

/** What is said of a commune; `premier`: the nearest place outside it. */
export function phrasesDeCommune(db: Db, commune: CommuneComplete, [premier]: LieuProche[]): string[] {
  const { nom, population, lieux, departementCode } = commune
  const proche = premier ? { commune: premier.communeNom, km: premier.km, approximate: premier.environ } : null
  const territoireSansLieu = !isDesservi(db, departementCode)
  const postes = postesDeCommune(db, commune)
  const dite = { nom, population, lieux, postes, proche, territoireSansLieu, epci: epciOf(db, commune.epciCode) }
  return phrasesCommune(dite, datesOf(db))
}
