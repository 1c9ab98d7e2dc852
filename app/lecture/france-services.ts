import type { Jour } from '#app/domain/horaires/semaine.ts'
import { expandJours } from './horaires.ts'
import { type Lieu, noteHoraires } from './lieux.ts'
import { readId } from './normalise/codes.ts'
import { readCourriels } from './normalise/contact.ts'
import type { Journal } from './normalise/journal.ts'
import { readText } from './normalise/text.ts'
import { readOuiNon } from './normalise/values.ts'
import { readSitue } from './read-situation.ts'
import type { Row } from './table.ts'
import type { Territoire } from './territoire.ts'

const COLONNES = { nom: 'lib_fs', commune: 'lib_com', codeInsee: 'insee_com' }

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const satisfies Jour[]

/** Reads a row of the France services list: the complementary network. Its labelling date is not an update. */
export function readFranceServices({ line, cells }: Row, territoire: Territoire, journal: Journal): Lieu | null {
  const situe = readSitue(cells, COLONNES, territoire, journal)
  if (situe === null) return null
  const jours: [(typeof DAYS)[number], string][] = DAYS.flatMap((jour) => {
    const heures = readText(cells, `h_${jour}`, journal)
    return heures === null ? [] : [[jour, heures]]
  })
  const horaires = jours.map(([jour, heures]) => `${jour} ${heures}`).join(' ; ') || null
  return {
    line,
    idPublie: readId(cells, 'id_fs', journal),
    coopId: null,
    reseau: 'france-services',
    courriels: readCourriels(cells, 'mail', journal),
    sitesWeb: [],
    horaires,
    semaine: noteHoraires(horaires ? expandJours(Object.fromEntries(jours)) : null, horaires, journal),
    resume: null,
    detail: readText(cells, 'commentaire', journal),
    typologie: readText(cells, 'type_fs', journal),
    // The list of 2022 says it in a column of its own.
    itinerant: readOuiNon(cells, 'itinerance') === true || /itin[ée]rant|bus/i.test(cells.format_fs ?? ''),
    siret: null,
    siren: null,
    structureParente: null,
    dateMaj: null,
    source: 'France services',
    ficheAccesLibre: null,
    priseRdv: null,
    valeurs: { label: ['France Services'] },
    ...situe,
  }
}
