import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { lieuxNommes } from './colonnes.server.ts'
import { type CommuneTrouvee, searchCommunes } from './communes.server.ts'
import type { Db } from './connect.server.ts'
import { fichesByNumeros } from './lieux.server.ts'
import { searchNumeros } from './recherche.server.ts'
import { fichesStructures } from './structures.server.ts'

/**
 * `code`: INSEE code of a commune, id of a place, key of an employer; `contexte` tells those of one name apart; `nom` is
 * as published, `libelle` as a list shows it, where that differs.
 */
export type Resultat = {
  type: 'commune' | 'lieu' | 'structure'
  code: string
  nom: string
  libelle?: string
  contexte: string
}

const MAX_EACH = 8

/** What a text names: communes first, then places, then employers, eight of each at most. */
export function searchAll(db: Db, q: string): Resultat[] {
  const communes = searchCommunes(db, q, MAX_EACH)
  const lieux = fichesByNumeros(db, lieuxNommes(db, q).slice(0, MAX_EACH))
  const ids = [...(searchNumeros(db, 'structure', q) ?? [])].slice(0, MAX_EACH)
  return [
    ...communes.map(ofCommune),
    ...lieux.map(({ id, nom, adresse, codePostal, commune }): Resultat => {
      return { type: 'lieu', code: id, ...named(nom, commune), contexte: said(adresse, townOf(codePostal, commune)) }
    }),
    ...fichesStructures(db, ids).map(({ cle, nom, codePostal, commune }): Resultat => {
      return { type: 'structure', code: cle, ...named(nom, commune), contexte: townOf(codePostal, commune) }
    }),
  ]
}

export function ofCommune({ code, nom, codesPostaux, departementNom }: CommuneTrouvee): Resultat {
  // A city of many postcodes is told by its department.
  const postal = codesPostaux.includes(' ') ? '' : codesPostaux
  return { type: 'commune', code, nom, contexte: said(postal, departementNom) }
}

function named(nom: string, commune: string | null): Pick<Resultat, 'nom' | 'libelle'> {
  const libelle = nomDoux(nom, commune)
  return libelle === nom ? { nom } : { nom, libelle }
}

function said(...words: (string | null)[]): string {
  return words.filter(Boolean).join(', ')
}

function townOf(codePostal: string | null, commune: string | null): string {
  return [codePostal, commune].filter(Boolean).join(' ')
}
