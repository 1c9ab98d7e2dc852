import { hash } from 'node:crypto'
import { ALPHABET, LONGUEUR } from '#app/domain/lieu/id.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Repere } from './lieux.ts'
import { foldAdresse, unfoldSaints } from './normalise/adresse.ts'

/**
 * What makes two rows the same place, and its stable id. `base` is the Coop's uuid where there is one, else
 * SIRET + address, else name + commune; two places that share a base of name + commune but not their address
 * are told apart by it. `homonyme` finds the same name at the same address under another base, "Ste" being Sainte: the
 * bases, from which ids are made, are as they were first written.
 */
export type Identity = { base: string; adresse: string; homonyme: string | null; certain: boolean }

export function identify(lieu: Repere): Identity {
  const commune = lieu.place.commune?.code ?? fold(lieu.communeNom ?? lieu.codePostal ?? lieu.place.departement)
  const adresse = lieu.adresse ? foldAdresse(lieu.adresse) : ''
  const nom = fold(lieu.nom)
  const homonyme = adresse ? `${lieu.reseau}|${unfoldSaints(nom)}|${commune}|${unfoldSaints(adresse)}` : null
  if (lieu.idDuSite) return { base: `${SITE}${lieu.idDuSite}`, adresse, homonyme, certain: true }
  if (lieu.coopId) return { base: `coop|${lieu.coopId}`, adresse, homonyme, certain: true }
  if (lieu.reseau === 'france-services' && lieu.idPublie)
    return { base: `fs|${lieu.idPublie}`, adresse, homonyme: null, certain: true }
  if (lieu.siret && adresse)
    return { base: `siret|${lieu.reseau}|${lieu.siret}|${commune}|${adresse}`, adresse, homonyme, certain: true }
  return { base: `nom|${lieu.reseau}|${nom}|${commune}`, adresse, homonyme, certain: false }
}

/** Before an id that this site gave: it comes back as it was. */
const SITE = 'site|'

/** Ten characters of Crockford's base 32 from a key: 50 bits, no letter that reads as a figure. */
export function shortId(key: string): string {
  if (key.startsWith(SITE)) return key.slice(SITE.length, SITE.length + LONGUEUR)
  const bytes = hash('sha256', key, 'buffer').subarray(0, LONGUEUR)
  return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')
}

/** "Coop-numérique_12__dora_7" → both parts: a merge that changes keeps one of them. */
export function publiesDe(idPublie: string | null): string[] {
  return idPublie === null ? [] : idPublie.split('__').filter((part) => part !== '')
}

const BASES = ['site', 'coop', 'siret', 'fs', 'nom']

/** The surer of two bases; of two as sure, always the same one. */
export function bestOf(a: string, b: string): string {
  const rank = (base: string) => BASES.indexOf(base.split('|', 1)[0] as string)
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? a : b
  return a < b ? a : b
}
