import type { AppContext } from '#app/context.ts'
import {
  entreesDesArrivees,
  entreesDesMises,
  entreesDesModifies,
  sortEntrees,
} from '#app/domain/collectivites/changements.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { answerFlux, newestFile } from '#app/pages/commun/flux.server.ts'
import { lieuxArrivesOuPartis, lieuxMisAJour, lieuxModifies } from '#db/collectivites/historique.server.ts'
import type { TerritoireDeCollectivite } from '#db/collectivites/territoire.server.ts'

const MAX_ENTREES = 100
const RESUME =
  'Les lieux d’accueil qui entrent dans la liste publiée, qui en sortent, qui sont réunis à un autre ou dont l’adresse, le téléphone ou les horaires changent, d’une liste archivée à la suivante ; et les fiches selon leur date de mise à jour.'

/** `chemin`: of the feed; `page`: of the territory. */
type Territoire = Pick<TerritoireDeCollectivite, 'nom' | 'lieux'> & { chemin: string; page: string }

/** What became of the places of a territory, as a feed: appeared, changed, closed. */
export function fluxDe({ db, publicUrl }: AppContext, { nom, chemin, page, lieux }: Territoire): Response {
  const doux = <T extends { nom: string; communeNom: string | null }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, nom: nomDoux(row.nom, row.communeNom) }))
  const date = newestFile(db)
  const modifies = lieuxModifies(db, { lieux }, MAX_ENTREES)
  const dits = new Set(modifies.map(({ id }) => id))
  const mises = lieuxMisAJour(db, { lieux }, { jusquAu: date, limit: MAX_ENTREES })
  const entrees = [
    ...entreesDesArrivees(doux(lieuxArrivesOuPartis(db, { lieux })), publicUrl),
    ...entreesDesModifies(doux(modifies), publicUrl),
    // What changed is said once, and better there.
    ...entreesDesMises(doux(mises.filter(({ id }) => !dits.has(id))), publicUrl),
  ]
  return answerFlux({
    ...{ adresse: publicUrl + chemin, page: publicUrl + page, resume: RESUME, date },
    titre: `Lieux des conseillers numériques : ce qui change, ${nom}`,
    entrees: sortEntrees(entrees, MAX_ENTREES),
  })
}

/** The code that a file name holds, "23.xml"; null when it is no feed. */
export function codeOfFlux(fichier: string | undefined): string | null {
  return /^(.+)\.xml$/.exec(fichier ?? '')?.[1] ?? null
}
