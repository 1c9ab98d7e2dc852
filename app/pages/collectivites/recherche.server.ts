import { fold } from '#app/domain/texte/fold.ts'
import { searchEpci } from '#app/pages/commun/epci.server.ts'
import { structureTerritoire } from '#db/collectivites/territoire.server.ts'
import { communesByEpci, employeursOfNumero, findEmployeurs } from '#db/collectivites/trouver.server.ts'
import { type CommuneTrouvee, communesLike, searchCommunes } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'
import { type ChiffresDepartement, chiffresDesDepartements } from '#db/territoires.server.ts'

/** A territory or an employer that a text names: where its report is, and what tells it from another of its name. */
export type Trouve = { href: string; nom: string; contexte: string }
export type Trouves = { titre: string; resultats: Trouve[] }[]

const MAX_EACH = 8

/** What a text names, by kind; `proches`: communes of a close name, when it names nothing. */
export function findCollectivites(db: Db, q: string): { groupes: Trouves; proches: Trouve[] } {
  const numero = q.replace(/[\s.]/g, '')
  const groupes = /^\d{9}$|^\d{14}$/.test(numero)
    ? [{ titre: 'Numéros SIREN et SIRET', resultats: parNumero(db, numero) }]
    : [
        { titre: 'Départements', resultats: departements(db, q) },
        { titre: 'Communes', resultats: searchCommunes(db, q, MAX_EACH).map(ofCommune) },
        { titre: 'Intercommunalités', resultats: intercommunalites(db, q) },
        { titre: 'Employeurs', resultats: findEmployeurs(db, q, MAX_EACH).map(ofEmployeur) },
      ]
  const filled = groupes.filter(({ resultats }) => resultats.length > 0)
  return { groupes: filled, proches: filled.length > 0 ? [] : communesLike(db, q).map(ofCommune) }
}

/** By code ("43", "2a") or by the beginning of each word of the name. */
function departements(db: Db, q: string): Trouve[] {
  const words = fold(q).split(' ').filter(Boolean)
  const suits = ({ code, nom }: ChiffresDepartement) =>
    fold(code) === words.join('').padStart(2, '0') ||
    words.every((word) =>
      fold(nom)
        .split(' ')
        .some((one) => one.startsWith(word)),
    )
  return words.length === 0
    ? []
    : chiffresDesDepartements(db)
        .filter(suits)
        .slice(0, MAX_EACH)
        .map(({ code, nom }) => {
          return { href: `/collectivites/departement/${code}`, nom, contexte: `département ${code}` }
        })
}

function ofCommune({ code, nom, departementNom, codesPostaux }: CommuneTrouvee): Trouve {
  const postal = codesPostaux.includes(' ') || codesPostaux === '' ? '' : `${codesPostaux}, `
  return { href: `/collectivites/commune/${code}`, nom, contexte: postal + departementNom }
}

function intercommunalites(db: Db, q: string): Trouve[] {
  const communes = remember(db, communesByEpci)
  return searchEpci(q, MAX_EACH * 4)
    .filter(({ code }) => communes.has(code))
    .slice(0, MAX_EACH)
    .map(({ code, nom, departement }) => {
      const count = communes.get(code) ?? 0
      return { href: `/collectivites/epci/${code}`, nom, contexte: `${count} communes, département ${departement}` }
    })
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
