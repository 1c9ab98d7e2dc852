import { VALEURS_MAX } from './bornes.ts'
import type { Journal } from './journal.ts'
import { domainesPersonnels, isPersonal } from './personne.ts'
import { readCell } from './text.ts'

type Cells = Record<string, string>

/** The addresses that may be published: those of a person are withheld and flagged. */
export function readCourriels(cells: Cells, field: string, journal: Journal): string[] {
  const text = readCell(cells, field, journal)
  if (text === null) return []
  return firstOf(text.split(/[|,;\s]+/), field, journal).flatMap((raw) => {
    const courriel = raw
      .replace(/^mailto:/i, '')
      .replace(/^[<(]|[>).]$/g, '')
      .toLowerCase()
    if (courriel === '') return []
    if (
      courriel.length > 254 ||
      !/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(courriel)
    ) {
      journal.note(field, 'courriel.invalide', raw)
      return []
    }
    if (isPersonal(courriel, cells)) {
      // The value itself is not kept: the report must not publish what the page withholds.
      journal.note(field, 'courriel.personnel', `…@${courriel.split('@')[1]}`)
      return []
    }
    return [courriel]
  })
}

/** Addresses of sites; one without a scheme is given `https://`. */
export function readSites(cells: Cells, field: string, journal: Journal): string[] {
  const text = readCell(cells, field, journal)
  if (text === null) return []
  return firstOf(text.split(/\||\s+|[,;](?=\s*(?:https?:|www\.))/), field, journal).flatMap((raw) => {
    if (raw === '') return []
    const url = publicUrl(raw, field, journal, cells)
    if (url !== null && !/^https?:/i.test(raw)) journal.note(field, 'site_web.sans_protocole', raw, url)
    return url === null ? [] : [url]
  })
}

function firstOf(parts: string[], field: string, journal: Journal): string[] {
  if (parts.length <= VALEURS_MAX) return parts
  journal.note(field, 'texte.trop_long', parts[VALEURS_MAX] ?? null)
  return parts.slice(0, VALEURS_MAX)
}

/** The one web address of a cell. */
export function readUrl(cells: Cells, field: string, journal: Journal): string | null {
  const text = readCell(cells, field, journal)
  return text === null ? null : publicUrl(text, field, journal, cells)
}

/** A calendar under `prenom.nom@` is withheld as the e-mail address is. */
function publicUrl(raw: string, field: string, journal: Journal, cells: Cells): string | null {
  const url = toUrl(raw)
  const [domaine] = domainesPersonnels(url ?? '', cells)
  if (url === null) journal.note(field, 'site_web.invalide', raw)
  else if (domaine !== undefined) journal.note(field, 'courriel.personnel', `…@${domaine}`)
  return domaine === undefined ? url : null
}

/** A web address (http or https, a host that ends in a name), null for anything else: `javascript:` never gets through. */
export function toUrl(raw: string): string | null {
  if (raw.length > 2000) return null
  const absolute = /^https?:\/\//i.test(raw) ? raw : `https://${raw.replace(/^\/\//, '').replace(/^https?:\/?/i, '')}`
  try {
    const url = new URL(absolute)
    return /^[^.]+(\.[^.]+)*\.[a-z][a-z\d-]+$/.test(url.hostname) &&
      !url.username &&
      !/^\w+:/.test(raw.replace(/^https?:/i, ''))
      ? url.href
      : null
  } catch {
    return null
  }
}
