import type { Compris, LienCompris } from '#app/components/compris.tsx'
import { hrefAccueil, hrefBesoins } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { emptyFilters, type Filters } from '#app/domain/filters.ts'
import { motsOf } from '#app/domain/territoires/toponymes.ts'
import type { Db } from '#db/connect.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import { type Choix, type Intention, idDe, libelleDe } from '#db/resolver/intention.ts'
import { deCode, nommees } from '#db/resolver/toponymes.server.ts'
import { readIntention } from './intention.server.ts'

/** Where a text leads (`href`), or what the page says of it; `headers` go with either. */
export type Sens = { href: string } | { compris: Compris }
type Ecrit = (filters: Filters) => string

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
  if (intention.type !== 'adresse') return { ...directSens(intention, filters, ecrit), headers }
  const found = adresses.map(({ nom, codePostal, commune, lat, lon }) => {
    return { nom: `${nom}, ${codePostal} ${commune}`, href: ecrit({ ...sansOu(filters), lat, lon }) }
  })
  return { ...adresseSens(found, intention.repli, filters, ecrit), headers }
}

function adresseSens(adresses: LienCompris[], repli: readonly Choix[], filters: Filters, ecrit: Ecrit): Sens {
  const { q } = filters
  if (adresses.length > 0) return { compris: { ...RIEN, phrase: `« ${q} » : quelle adresse ?`, adresses } }
  const [town] = repli
  if (town) return { href: avecMot(ecrit(filtersAt(filters, town)), 'adresse') }
  return { compris: { ...RIEN, phrase: `Nous n’avons pas trouvé l’adresse « ${q} »`, introuvable: true } }
}

function directSens(intention: Exclude<Intention, { type: 'adresse' }>, filters: Filters, ecrit: Ecrit): Sens {
  const { q } = filters
  switch (intention.type) {
    case 'vide':
      // "conseiller numérique" is everything; signs alone are nothing.
      return /[\p{L}\p{N}]/u.test(q) ? { href: ecrit({ ...filters, q: '' }) } : incompris(q, [])
    case 'territoire': {
      const href = ecrit(filtersAt(filters, intention.territoire))
      return { href: intention.corrige ? avecMot(href, 'corrige') : href }
    }
    case 'question': {
      const liens = liensOf([...intention.choix, ...intention.autres], filters, ecrit)
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

/** The filters that do not say where. */
function sansOu(filters: Filters): Filters {
  const { commune, departement, lat, lon, rayon, q, page } = emptyFilters()
  return { ...filters, commune, departement, lat, lon, rayon, q, page }
}

/** The same filters in another place; those of the place where one is already stay as they are, its radius too. */
export function filtersAt(filters: Filters, choix: Choix): Filters {
  const same = 'codes' in choix ? choix.codes.join() === filters.departement.join() : choix.code === filters.commune
  if (same) return { ...filters, q: '', page: 1 }
  const elsewhere = sansOu(filters)
  return 'codes' in choix
    ? { ...elsewhere, departement: [...choix.codes] }
    : { ...elsewhere, commune: choix.code, tri: filters.tri }
}

function liensOf(choix: readonly Choix[], filters: Filters, ecrit: Ecrit): LienCompris[] {
  return choix.map((one) => ({ nom: nomOf(one), href: ecrit(filtersAt(filters, one)) }))
}

/** "Castres (Tarn, 81100)": what tells it from another of its name. */
function nomOf(choix: Choix): string {
  if ('codes' in choix)
    return choix.type === 'departement' ? `${choix.nom} (${choix.codes[0]}, département)` : choix.nom
  const postal = choix.codesPostaux.includes(' ') ? '' : choix.codesPostaux
  const where = [choix.departementNom, postal].filter(Boolean).join(', ')
  return choix.ancien && choix.ancien !== choix.nom
    ? `${choix.ancien} (${where}), aujourd’hui ${choix.nom}`
    : `${choix.nom} (${where})`
}

/** Said once where it led: the text was put right, or its address was not found. */
const MOTS = ['corrige', 'adresse'] as const
type Mot = (typeof MOTS)[number]

function avecMot(href: string, mot: Mot): string {
  return `${href}${href.includes('?') ? '&' : '?'}compris=${mot}`
}

/** What the page says of where it is: its name in the field, a line on how one came, and those of the same name. */
export function ouOf(db: Db, filters: Filters, params: URLSearchParams) {
  const { commune } = filters
  const [here] = commune === null ? [] : [arrondissementOf(db, commune) ?? deCode(db, commune)[0]]
  if (commune === null || !here) return { libelle: '', ligne: null, homonymes: [] }
  const choix: Choix = { type: 'commune', ancien: null, ...here }
  const libelle = libelleDe(choix)
  const lignes: Record<Mot, string> = {
    corrige: `Nous avons compris : ${libelle}.`,
    adresse: `Nous n’avons pas trouvé cette adresse : les distances sont comptées depuis ${libelle}.`,
  }
  const mot = MOTS.find((one) => one === params.get('compris'))
  const others = nommees(db, motsOf(here.nom)).filter((one) => idDe(one) !== commune)
  return { libelle, ligne: mot ? lignes[mot] : null, homonymes: liensOf(others, filters, hrefAccueil) }
}
