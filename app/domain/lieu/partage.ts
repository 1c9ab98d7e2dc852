import { areHorairesAnciens, resumeHoraires } from '../horaires/resume.ts'
import type { Semaine } from '../horaires/semaine.ts'
import { lignesDuTexte } from '../horaires/texte.ts'
import { formatTelephone } from '../texte/format.ts'
import { type Adresse, adresseEnLigne } from './adresse-affichee.ts'

export type LieuPartage = Adresse & {
  nom: string
  telephone: string | null
  semaine: Semaine | null
  dateMaj: string | null
}

// Some phones cut a longer message, some mail programs a longer link.
const HORAIRES_MAX = 240

/** What one sends to someone who needs the place: name, address, phone, hours, page; a line each. */
export function messageDuLieu(lieu: LieuPartage, url: string, maintenant: Date): string {
  const horaires = horairesEnLigne(lieu.semaine)
  const anciens = areHorairesAnciens(lieu.dateMaj, maintenant) ? ' (à vérifier avant de venir)' : ''
  return [
    lieu.nom,
    adresseEnLigne(lieu),
    lieu.telephone && `Téléphone : ${formatTelephone(lieu.telephone)}`,
    horaires && `Horaires${anciens} : ${horaires}`,
    url,
  ]
    .filter(Boolean)
    .join('\n')
}

/** Opens a message to nobody yet, which the person addresses. Lines end as RFC 5724 and 6068 want: "%0D%0A". */
export function hrefSms(message: string): string {
  return `sms:?body=${encode(message)}`
}

export function hrefCourriel(sujet: string, message: string): string {
  return `mailto:?subject=${encode(sujet)}&body=${encode(message)}`
}

function horairesEnLigne(semaine: Semaine | null): string | null {
  if (semaine === null) return null
  const textes = semaine.texte === null ? [] : lignesDuTexte(semaine.texte)
  const ligne = [resumeHoraires(semaine), ...textes].filter(Boolean).join(' · ')
  return ligne.length > HORAIRES_MAX ? `${ligne.slice(0, HORAIRES_MAX - 1).trimEnd()}…` : ligne || null
}

function encode(texte: string): string {
  // A lone half of an emoji cut in two would make encodeURIComponent throw.
  return encodeURIComponent(texte.replace(/\p{Cs}/gu, '').replaceAll('\n', '\r\n'))
}
