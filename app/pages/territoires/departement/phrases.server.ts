import { formatValeur } from '#app/domain/tableau.ts'
import { estimation, valeursOf } from '#app/pages/commun/territoires.server.ts'
import type { Db } from '#db/connect.server.ts'
import type { Chiffres } from '#db/territoires.server.ts'

/** The share of places in rural communes, then that of posts by seat, each beside France's; '' where there is neither. */
export function phraseRuralite(db: Db, chiffres: Chiffres, national: Chiffres): string {
  const [ici, partout] = [valeursOf(chiffres), valeursOf(national)]
  const part = (cle: string) => `${formatValeur('part', ici[cle])} (France : ${formatValeur('part', partout[cle])})`
  const parLieu =
    chiffres.lieux > 0 ? `${part('lieux_ruraux')} des lieux sont dans une commune rurale, par lieu d’accueil` : ''
  const parSiege = chiffres.postes > 0 ? `${part('postes_ruraux')} des postes, par siège de l’employeur` : ''
  const parts = [parLieu, parSiege].filter((phrase) => phrase !== '')
  return parts.length === 0 ? '' : `Ruralité${estimation(db)} : ${parts.join(' ; ')}.`
}
