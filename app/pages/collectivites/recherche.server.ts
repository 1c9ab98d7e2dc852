import { searchEpci } from '#app/pages/commun/epci.server.ts'
import { structureTerritoire } from '#db/collectivites/territoire.server.ts'
import { communesByEpci, employeursOfNumero, epciOfCommunes, findEmployeurs } from '#db/collectivites/trouver.server.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import type { Choix, ChoixCommune, Intention } from '#db/resolver/intention.ts'
import { choixProposes } from '#db/resolver/propositions.server.ts'
import { resolve } from '#db/resolver/resolve.server.ts'
import { departementsDe } from '#db/resolver/territoires.server.ts'

/** A territory or an employer that a text names: where its report is, and what tells it from another of its name. */
export type Trouve = { href: string; nom: string; contexte: string }
export type Trouves = { titre: string; resultats: Trouve[] }[]

const MAX_EACH = 8

/** What a text names, by kind; `proches`: communes of a close name, when it names nothing. */
export function findCollectivites(db: Db, q: string): { groupes: Trouves; proches: Trouve[] } {
  const numero = q.replace(/[\s.]/g, '')
  if (/^\d{9}$|^\d{14}$/.test(numero)) {
    return { groupes: filled([{ titre: 'Numéros SIREN et SIRET', resultats: parNumero(db, numero) }]), proches: [] }
  }
  const intention = resolve(db, q)
  const choix = choixNommes(db, intention, q)
  const communes = choix.filter((one): one is ChoixCommune => !('codes' in one)).slice(0, MAX_EACH)
  const groupes = filled([
    { titre: 'Départements', resultats: departementsOf(db, choix) },
    { titre: 'Communes', resultats: uniques(communes.map((one) => ofCommune(db, one))) },
    { titre: 'Intercommunalités', resultats: intercommunalites(db, q, intention) },
    { titre: 'Employeurs', resultats: findEmployeurs(db, q, MAX_EACH).map(ofEmployeur) },
  ])
  const proches = groupes.length === 0 && intention.type === 'rien' ? intention.proches : []
  return { groupes, proches: uniques(proches.flatMap((one) => ('codes' in one ? [] : ofCommune(db, one)))) }
}

/** What was understood and what the text begins to name; of a text that was not understood, what begins so only. */
function choixNommes(db: Db, intention: Intention, q: string): Choix[] {
  const sure = intention.type === 'rien' ? { ...intention, proches: [] } : intention
  const repli = intention.type === 'adresse' ? intention.repli : []
  return [...repli, ...choixProposes(db, sure, q, MAX_EACH)]
}

function filled(groupes: Trouves): Trouves {
  return groupes.filter(({ resultats }) => resultats.length > 0)
}

/** Those named, each of a region alone. */
function departementsOf(db: Db, choix: readonly Choix[]): Trouve[] {
  const codes = choix.flatMap((one) => ('codes' in one ? one.codes : []))
  return uniques(
    departementsDe(db, codes).map(({ codes: [code = ''], nom }) => {
      return { href: `/collectivites/departement/${code}`, nom, contexte: `département ${code}` }
    }),
  )
}

/** An arrondissement publishes with its city. */
function ofCommune(db: Db, { code, nom, ancien, departementNom, codesPostaux }: ChoixCommune): Trouve {
  const postal = codesPostaux.includes(' ') || codesPostaux === '' ? '' : `${codesPostaux}, `
  const href = `/collectivites/commune/${arrondissementOf(db, code)?.communeCode ?? code}`
  const former = ancien && ancien !== nom ? `, anciennement ${ancien}` : ''
  return { href, nom, contexte: postal + departementNom + former }
}

function uniques(trouves: Trouve[]): Trouve[] {
  return [...new Map(trouves.toReversed().map((one) => [one.href, one])).values()].toReversed()
}

/** Those of this name, then those of the communes that were understood. */
function intercommunalites(db: Db, q: string, intention: Intention): Trouve[] {
  const communes = remember(db, communesByEpci)
  const understood = intention.type === 'territoire' ? [intention.territoire] : []
  const codes = understood.flatMap((one) =>
    'codes' in one ? [] : (arrondissementOf(db, one.code)?.communeCode ?? one.code),
  )
  const named = searchEpci(q, MAX_EACH * 4)
  const own = epciOfCommunes(db, codes).flatMap((code) => searchEpci(code, 1))
  const found = [...named, ...own].filter(({ code }) => communes.has(code)).slice(0, MAX_EACH)
  return uniques(
    found.map(({ code, nom, departement }) => {
      const count = communes.get(code) ?? 0
      return { href: `/collectivites/epci/${code}`, nom, contexte: `${count} communes, département ${departement}` }
    }),
  )
}

function ofEmployeur({ cle, nom, communeNom, departementNom }: ReturnType<typeof findEmployeurs>[number]): Trouve {
  return {
    href: `/collectivites/structure/${cle}`,
    nom,
    contexte: communeNom === null ? departementNom : `${communeNom}, ${departementNom}`,
  }
}

/** The employer of a number; a SIREN leads to all its establishments, and to each. A place alone may bear it too. */
function parNumero(db: Db, numero: string): Trouve[] {
  const found = structureTerritoire(db, numero)
  if (found === null) return []
  const tous = { href: `/collectivites/structure/${numero}`, nom: found.nom, contexte: `numéro ${numero}` }
  const own = employeursOfNumero(db, numero, MAX_EACH)
  return numero.length === 9 && own.length > 1
    ? [{ ...tous, contexte: `les ${own.length} établissements du SIREN ${numero}` }, ...own.map(ofEmployeur)]
    : [tous]
}
