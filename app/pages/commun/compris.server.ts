import type { Compris, LienCompris } from '#app/components/compris.tsx'
import { hrefAccueil, hrefBesoins } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import type { Filters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import type { Choix, Intention } from '#db/resolver/intention.ts'
import { type Ecrit, filtersAt, liensOf, sansOu } from './choix-liens.ts'
import { readIntention } from './intention.server.ts'
import { motsDeAdresse, motsDuTexte, withMots } from './ou.server.ts'

/** Where a text leads (`href`), or what the page says of it; `headers` go with either. */
export type Sens = { href: string } | { compris: Compris }

const RESEAU = 'france-services' as const
const RIEN: Compris = { phrase: null, question: [], proches: [], adresses: [], besoin: null, introuvable: false }

/**
 * What is done of the text of a search: one territory is gone to, several are asked about, an address goes to the
 * geocoder and, when it is silent, to the town that it names. `ecrit`: the address of the page under some filters.
 */
export async function sensOf(
  context: Pick<AppContext, 'db' | 'geocodeur'>,
  filters: Filters,
  ecrit: Ecrit,
): Promise<Sens & { headers: Record<string, string> }> {
  const { q } = filters
  if (q === '') return { compris: RIEN, headers: {} }
  const { intention, adresses, headers } = await readIntention(context, q, { typing: false })
  if (intention.type !== 'adresse') return { ...directSens(context.db, intention, filters, ecrit), headers }
  const found = adresses.map(({ nom, codePostal, commune, lat, lon }) => {
    return { nom: `${nom}, ${codePostal} ${commune}`, href: ecrit({ ...sansOu(filters), lat, lon }) }
  })
  return { ...adresseSens(context.db, found, intention.repli, filters, ecrit), headers }
}

function adresseSens(db: Db, adresses: LienCompris[], repli: readonly Choix[], filters: Filters, ecrit: Ecrit): Sens {
  const { q } = filters
  if (adresses.length > 0) return { compris: { ...RIEN, phrase: `« ${q} » : quelle adresse ?`, adresses } }
  const [town] = repli
  if (town) return { href: withMots(ecrit(filtersAt(filters, town)), motsDeAdresse(db, q, town)) }
  return { compris: { ...RIEN, phrase: `Nous n’avons pas trouvé l’adresse « ${q} »`, introuvable: true } }
}

function directSens(db: Db, intention: Exclude<Intention, { type: 'adresse' }>, filters: Filters, ecrit: Ecrit): Sens {
  const { q } = filters
  const network = 'franceServices' in intention ? { ...filters, couche: [RESEAU] } : filters
  switch (intention.type) {
    case 'vide':
      // "conseiller numérique" is everything; signs alone are nothing.
      return /[\p{L}\p{N}]/u.test(q) ? { href: ecrit({ ...filters, q: '' }) } : incompris(q, [])
    case 'territoire': {
      const href = ecrit(filtersAt(network, intention.territoire))
      return { href: withMots(href, motsDuTexte(db, q, intention)) }
    }
    case 'question': {
      const liens = liensOf([...intention.choix, ...intention.autres], network, ecrit)
      return { compris: { ...RIEN, phrase: `« ${q} » : laquelle ?`, question: liens } }
    }
    case 'besoin':
      return { compris: { ...RIEN, phrase: `« ${q} »`, besoin: besoinOf(intention, filters) } }
    case 'noms':
      return { compris: { ...RIEN, proches: liensOf(intention.proches, filters, ecrit) } }
    case 'rien':
      return incompris(q, liensOf(intention.proches, filters, ecrit))
  }
}

function incompris(q: string, proches: LienCompris[]): Sens {
  return { compris: { ...RIEN, phrase: `Nous n’avons pas compris « ${q} »`, proches, introuvable: true } }
}

function besoinOf({ cle, ou }: Extract<Intention, { type: 'besoin' }>, filters: Filters): Compris['besoin'] {
  const besoin = BESOINS.find((one) => one.cle === cle)
  if (besoin === undefined) return null
  const here = ou ? filtersAt(filters, ou) : { ...filters, q: '', page: 1 }
  return {
    titre: besoin.titre,
    href: hrefAccueil({ ...here, service: [...besoin.services] }),
    tous: hrefBesoins(here),
  }
}
