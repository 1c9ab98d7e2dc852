import { apercuDe } from '#app/components/metadonnees.ts'
import type { AppContext } from '#app/context.ts'
import { titreDuPlan } from '#app/dessin/plan-departement.tsx'
import { voisinsDe } from '#app/dessin/voisins.server.ts'
import { dater } from '#app/domain/chiffres/dates.ts'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { Chiffres } from '#app/domain/couverture/comptes.ts'
import { alerteSitues, phraseSitues } from '#app/domain/couverture/phrases.ts'
import { emptyFilters } from '#app/domain/filters.ts'
import { isPluriel, leDepartement } from '#app/domain/territoires/departement-nom.ts'
import type { Etape } from '#app/domain/territoires/fil-ariane.ts'
import { phrasesTerritoire } from '#app/domain/territoires/phrases.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { estimation, SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { select } from '#db/selection.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { countSansLieu } from '#db/territoires/communes.server.ts'
import { type ChiffresDepartement, chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { tableauxListes } from './listes.server.ts'
import { planDuDepartement } from './plan.server.ts'
import { tableauRuralite, tableauxCompares } from './tableaux.server.ts'

/** Lines of a list on the page; the files hold all of them. */
const LIGNES = 10
const LIEUX = 8

/** All that the page of a department shows. */
export function pageDepartement({ db, instant, publicUrl }: AppContext, departement: ChiffresDepartement) {
  const { code, nom } = departement
  const chemin = `/departements/${code}`
  const listes = tableauxListes(db, departement, LIGNES)
  const sujet = { nom: leDepartement(departement), pluriel: isPluriel(departement) }
  const voisins = voisinsDe(code)
  const national = chiffresEnsemble(db)
  const absents = fichiersAbsents(db)
  const { lieux } = select(db, { ...emptyFilters(), departement: [code] }, instant)
  return {
    code,
    nom,
    chemin,
    publicUrl,
    titre: `Les conseillers numériques : ${nom} (${code})`,
    etapes: [
      ['Départements', '/departements'],
      [`${nom} (${code})`, chemin],
    ] as Etape[],
    flux: { titre: `Ce qui change : ${nom} (${code})`, chemin: `/flux/departements/${code}.xml` },
    image: apercuDe(`departement=${code}`),
    absents,
    phrases: phrasesTerritoire(sujet, departement.chiffres, national, datesOf(db)),
    situes: absents.length > 0 ? null : phraseSitues(departement.chiffres, datesOf(db)),
    alerte: absents.length > 0 ? null : alerteSitues(departement.chiffres),
    phraseRuralite: phraseRuralite(db, departement.chiffres, national),
    total: departement.chiffres.lieux,
    lieux: lieuxByNumeros(db, lieux().slice(0, LIEUX)),
    plan: planDuDepartement(db, code),
    titrePlan: titreDuPlan(`${nom} (${code})`, departement.chiffres.lieux, datesOf(db)),
    compares: tableauxCompares(db, departement),
    ruralite: tableauRuralite(db, departement),
    employeurs: listes.filter(({ id }) => id === 'employeurs'),
    communes: listes.filter(({ id }) => id !== 'employeurs'),
    sansLieu: { ...countSansLieu(db, code), habitants: departement.chiffres.population ?? 0 },
    lieuxAu: dater('{connus}', datesOf(db)).slice('connus'.length),
    voisins: chiffresDesDepartements(db)
      .filter((row) => voisins.includes(row.code))
      .map((row) => ({ code: row.code, nom: row.nom })),
    sources: sourcesDes(db, SOURCES_TOUTES),
    canonique: publicUrl + chemin,
    vuLe: aujourdhui(),
  }
}

/** The share of places in rural communes, then that of posts by seat, each beside France's; '' where there is neither. */
function phraseRuralite(db: Db, chiffres: Chiffres, national: Chiffres): string {
  const part = (cle: 'part-lieux-ruraux' | 'part-postes-ruraux') =>
    `${formatValeur('part', chiffres[cle])} (France : ${formatValeur('part', national[cle])})`
  const parLieu =
    chiffres.lieux > 0 ? `${part('part-lieux-ruraux')} des lieux sont dans une commune rurale, par lieu d’accueil` : ''
  const parSiege = chiffres.postes > 0 ? `${part('part-postes-ruraux')} des postes, par siège de l’employeur` : ''
  const parts = [parLieu, parSiege].filter((phrase) => phrase !== '')
  return parts.length === 0 ? '' : `Ruralité${estimation(db)} : ${parts.join(' ; ')}.`
}
