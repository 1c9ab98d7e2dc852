import { followEmployers, type LignePostes, mainLigne } from '../evolution/suivi.ts'
import { compte, formatDate } from '../texte/format.ts'
import type { Entree } from './atom.ts'
import type { FicheDeLieu } from './rapport.ts'

/** A list of posts at a date (YYYY-MM-DD), for one territory. */
export type Liste = { date: string; postes: readonly LignePostes[] }

/** What a list says, and how it differs from the one before; `page`: the territory's own, which the ids start with. */
export function entreesDesPostes(listes: readonly Liste[], page: string): Entree[] {
  return listes.flatMap((liste, rang) => {
    const avant = listes[rang - 1]
    return [entreeDeListe(liste, page), ...(avant ? changements(avant, liste, page) : [])]
  })
}

function entreeDeListe({ date, postes }: Liste, page: string): Entree {
  const employeurs = new Set(postes.filter(({ nombre }) => nombre > 0).map(({ siret, nom }) => siret ?? nom)).size
  return {
    ...{ id: `${page}#postes-${date}`, lien: page, date },
    titre: `Liste des postes du ${formatDate(date)}`,
    texte: `${compte(sum(postes), 'poste validé', 'postes validés')} chez ${compte(employeurs, 'employeur', 'employeurs')}.`,
  }
}

function changements(avant: Liste, apres: Liste, page: string): Entree[] {
  const { employeurs } = followEmployers(avant.postes, apres.postes)
  return employeurs.flatMap((one) => {
    const [then, now] = [sum(one.avant), sum(one.apres)]
    if (then === now) return []
    const { nom } = mainLigne(one.apres.length > 0 ? one.apres : one.avant)
    return [
      {
        ...{ id: `${page}#postes-${apres.date}-${one.siret}`, lien: page, date: apres.date },
        titre: `${one.apres.length > 0 && now === 0 ? 'Employeur dans la liste avec 0 poste' : verbe(then, now)} : ${nom}`,
        texte: `${compte(now, 'poste validé', 'postes validés')} au ${formatDate(apres.date)}, ${then} au ${formatDate(avant.date)}. Ne plus être dans la liste ne veut pas dire que l’emploi a cessé.`,
      },
    ]
  })
}

function verbe(then: number, now: number): string {
  if (then === 0) return 'Nouvel employeur dans la liste'
  if (now === 0) return 'Employeur absent de la nouvelle liste'
  return now > then ? 'Plus de postes' : 'Moins de postes'
}

function sum(postes: readonly LignePostes[]): number {
  return postes.reduce((total, { nombre }) => total + nombre, 0)
}

/** A place that one file of places has and the file before or after has not. `versId`: what took it over. */
export type LieuArriveOuParti = {
  id: string
  nom: string
  communeNom: string | null
  date: string
  parti: boolean
  versId: string | null
}

/** The places that came, went, or were joined to another, from one published file to the next. */
export function entreesDesArrivees(lieux: readonly LieuArriveOuParti[], publicUrl: string): Entree[] {
  return lieux.map(({ id, nom, communeNom, date, parti, versId }) => {
    const quoi = [nom, communeNom].filter(Boolean).join(', ')
    const lien = `${publicUrl}/lieux/${versId ?? id}`
    const commun = { id: `${publicUrl}/lieux/${id}#${parti ? 'parti' : 'arrive'}-${date}`, lien, date }
    if (!parti)
      return { ...commun, titre: `Nouveau lieu : ${quoi}`, texte: `Dans la liste depuis le ${formatDate(date)}.` }
    if (versId !== null)
      return { ...commun, titre: `Lieu réuni à un autre : ${quoi}`, texte: 'Les deux fiches sont celles du même lieu.' }
    const texte = `Absent de la liste du ${formatDate(date)}. Le lieu a peut-être fermé, ou changé de nom.`
    return { ...commun, titre: `Lieu absent de la nouvelle liste : ${quoi}`, texte }
  })
}

/** The places whose listing says when it was last changed. */
export function entreesDesLieux(fiches: readonly FicheDeLieu[], publicUrl: string): Entree[] {
  return fiches.flatMap(({ id, nom, communeNom, dateMaj, taux, manquants }) => {
    if (dateMaj === null) return []
    const lien = `${publicUrl}/lieux/${id}`
    const manque = manquants.length === 0 ? '' : ` Il manque : ${manquants.map((champ) => champ.nom).join(', ')}.`
    return [
      {
        ...{ id: `${lien}#maj-${dateMaj}`, lien, date: dateMaj },
        titre: `Fiche mise à jour : ${[nom, communeNom].filter(Boolean).join(', ')}`,
        texte: `Fiche complète à ${taux} %.${manque}`,
      },
    ]
  })
}

/** A place of which the listing says when it was last changed (YYYY-MM-DD). */
export type LieuMisAJour = { id: string; nom: string; communeNom: string | null; date: string }

/** The same for whoever looks for a place: what its publisher has to mend is said to its publisher alone. */
export function entreesDesMises(lieux: readonly LieuMisAJour[], publicUrl: string): Entree[] {
  return lieux.map(({ id, nom, communeNom, date }) => {
    const lien = `${publicUrl}/lieux/${id}`
    return {
      ...{ id: `${lien}#maj-${date}`, lien, date },
      titre: `Fiche mise à jour : ${[nom, communeNom].filter(Boolean).join(', ')}`,
      texte: `Sa fiche a été mise à jour le ${formatDate(date)} : voyez l’adresse, le téléphone et les horaires.`,
    }
  })
}

/** What is compared of a place from one published list to the next: what a visitor acts on. */
const NOMS_SUIVIS = { adresse: 'l’adresse', telephone: 'le téléphone', horaires: 'les horaires' } as const
export type ChampSuivi = keyof typeof NOMS_SUIVIS
export const CHAMPS_SUIVIS = Object.keys(NOMS_SUIVIS) as ChampSuivi[]

/** A place of which the list of `date` says something otherwise than the one before. */
export type LieuModifie = LieuMisAJour & { champs: readonly ChampSuivi[] }

export function entreesDesModifies(lieux: readonly LieuModifie[], publicUrl: string): Entree[] {
  return lieux.map(({ id, nom, communeNom, date, champs }) => {
    const lien = `${publicUrl}/lieux/${id}`
    return {
      ...{ id: `${lien}#modifie-${date}`, lien, date },
      titre: `Fiche modifiée : ${[nom, communeNom].filter(Boolean).join(', ')}`,
      texte: `Ce qui change dans la liste du ${formatDate(date)} : ${champs.map((one) => NOMS_SUIVIS[one]).join(', ')}.`,
    }
  })
}

/** Latest first; of one day, in the order of their ids. */
export function sortEntrees(entrees: readonly Entree[], limit: number): Entree[] {
  return [...entrees].sort((a, b) => b.date.localeCompare(a.date) || (a.id < b.id ? -1 : 1)).slice(0, limit)
}
