import type { Chiffres } from '#app/domain/couverture/comptes.ts'
import { formatValeur } from '#app/domain/tableau.ts'
import { estimation } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'

/** The share of places in rural communes, then that of posts by seat, each beside France's; '' where there is neither. */
export function phraseRuralite(db: Db, chiffres: Chiffres, national: Chiffres): string {
  const part = (cle: 'part-lieux-ruraux' | 'part-postes-ruraux') =>
    `${formatValeur('part', chiffres[cle])} (France : ${formatValeur('part', national[cle])})`
  const parLieu =
    chiffres.lieux > 0 ? `${part('part-lieux-ruraux')} des lieux sont dans une commune rurale, par lieu d’accueil` : ''
  const parSiege = chiffres.postes > 0 ? `${part('part-postes-ruraux')} des postes, par siège de l’employeur` : ''
  const parts = [parLieu, parSiege].filter((phrase) => phrase !== '')
  return parts.length === 0 ? '' : `Ruralité${estimation(db)} : ${parts.join(' ; ')}.`
}
