import type { Expansion } from '#app/domain/horaires/expansion.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import type { Valeurs } from '#app/domain/lieu/champs.ts'
import { isShortId } from '#app/domain/lieu/id.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import { expandHoraires } from './horaires.ts'
import { couper, HORAIRES_MAX, RESUME_MAX } from './normalise/bornes.ts'
import { readId, readPivot } from './normalise/codes.ts'
import { readCourriels, readSites, readUrl } from './normalise/contact.ts'
import type { Journal } from './normalise/journal.ts'
import { readText } from './normalise/text.ts'
import { readDate, readOuiNon } from './normalise/values.ts'
import { readListes, readValeursTriees } from './normalise/vocabulaire.ts'
import { readSitue, type Situe } from './read-situation.ts'
import type { Row } from './table.ts'
import type { Territoire } from './territoire.ts'

/** What a row of a place is told apart by. */
export type Repere = Situe & {
  idPublie: string | null
  coopId: string | null
  /** In a file that this site wrote: the id that it gave the place. */
  idDuSite?: string | null
  reseau: Reseau
  siret: string | null
  dateMaj: string | null
  horaires: string | null
}

/** One published row of a place, ready to be written. */
export type Lieu = Repere & {
  line: number
  courriels: string[]
  sitesWeb: string[]
  semaine: Semaine | null
  resume: string | null
  detail: string | null
  typologie: string | null
  itinerant: boolean | null
  siren: string | null
  structureParente: string | null
  source: string | null
  ficheAccesLibre: string | null
  priseRdv: string | null
  valeurs: Valeurs
}

const COLONNES = { nom: 'nom', commune: 'commune', codeInsee: 'code_insee' }

/** A key is no longer. */
const CLE_MAX = 200
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** Reads what a row is told apart by, and nothing else; null when it is rejected. Of what it says to the journal, a part. */
export function readRepere(row: Row, territoire: Territoire, journal: Journal, today: string): Repere | null {
  const { cells } = row
  const situe = readSitue(cells, COLONNES, territoire, journal)
  if (situe === null) return null
  const ids = readIds(cells, journal)
  const label = readValeursTriees(cells, 'label', journal)
  return {
    ...ids,
    coopId: coopIdOf(cells, ids.idPublie),
    reseau: reseauOf(label, readText(cells, 'source', journal)),
    siret: readPivot(cells, journal, 'pivot').siret,
    dateMaj: readDate(cells, 'date_maj', journal, today),
    horaires: readText(cells, 'horaires', journal),
    ...situe,
  }
}

/** Reads a row of a LaMednum file; null when it has no name or nothing places it, which the journal says. */
export function readLieu(row: Row, territoire: Territoire, journal: Journal, today: string): Lieu | null {
  const { cells } = row
  const situe = readSitue(cells, COLONNES, territoire, journal)
  if (situe === null) return null
  const { siret, siren } = readPivot(cells, journal, 'pivot')
  const horaires = readText(cells, 'horaires', journal)
  const valeurs = readListes(cells, journal)
  const source = readText(cells, 'source', journal)
  const { idPublie, idDuSite } = readIds(cells, journal)
  return {
    line: row.line,
    idPublie,
    idDuSite,
    coopId: coopIdOf(cells, idPublie),
    reseau: reseauOf(valeurs.label, source),
    courriels: readCourriels(cells, 'courriels', journal),
    sitesWeb: readSites(cells, 'site_web', journal),
    horaires,
    semaine: noteHoraires(horaires ? readSemaine(cells.horaires, horaires) : null, horaires, journal),
    resume: readResume(cells, journal),
    detail: readText(cells, 'presentation_detail', journal),
    typologie: readText(cells, 'typologie', journal),
    itinerant:
      readOuiNon(cells, 'itinerance') ?? (cells.itinerance?.trim() ? /itin[ée]rant/i.test(cells.itinerance) : null),
    siret,
    siren,
    structureParente: readText(cells, 'structure_parente', journal),
    dateMaj: readDate(cells, 'date_maj', journal, today),
    source,
    ficheAccesLibre: readUrl(cells, 'fiche_acces_libre', journal),
    priseRdv: readUrl(cells, 'prise_rdv', journal),
    valeurs,
    // Last: spread first, an object of twenty more fields is twice as slow to make.
    ...situe,
  }
}

/** Of a summary that goes on, its beginning. */
function readResume(cells: Row['cells'], journal: Journal): string | null {
  const resume = readText(cells, 'presentation_resume', journal)
  if (resume === null || longueurDe(resume) <= RESUME_MAX) return resume
  journal.note('presentation_resume', 'resume.trop_long', resume)
  return `${couper(resume, RESUME_MAX - 1)}…`
}

/** In characters, as the standard counts: an emoji is one. */
function longueurDe(text: string): number {
  return text.length <= RESUME_MAX ? text.length : [...text].length
}

/** The column that this site alone writes, beside an id of its own. */
const IDS_PUBLIES = 'ids_publies'

/** The id of a row; in a file of this site, those that were published, and the one that it gave them. */
function readIds(cells: Row['cells'], journal: Journal): Pick<Repere, 'idPublie' | 'idDuSite'> {
  const id = readId(cells, 'id', journal)
  if (id === null || cells[IDS_PUBLIES] === undefined || !isShortId(id)) return { idPublie: id, idDuSite: null }
  const publies = readId({ id: cells[IDS_PUBLIES].replaceAll('|', '__') }, 'id', journal)
  return { idPublie: publies, idDuSite: id }
}

/** Where the Coop's identifier stands in a merged one: after the name of its source and an underscore. */
const COOP = 'coop-num'

function coopIdOf(cells: Row['cells'], idPublie: string | null): string | null {
  const said = cells.structure_coop_id?.slice(0, CLE_MAX) ?? coopPartOf(idPublie ?? '')
  return said?.match(UUID)?.[0].toLowerCase() ?? null
}

function coopPartOf(id: string): string | undefined {
  const at = id.toLowerCase().indexOf(COOP)
  return at < 0 ? undefined : id.slice(at).split('_', 2)[1]
}

/** A place of the programme by its national label or its source; any other is a second layer, never counted. */
function reseauOf(label: readonly string[] | undefined, source: string | null): Reseau {
  if (label?.includes('Conseillers numériques')) return 'conseiller-numerique'
  return ['conseiller numerique', 'coop numerique'].includes(fold(source ?? '')) ? 'conseiller-numerique' : 'autre'
}

/** Hours that were cut say no more what they said: they are text. */
function readSemaine(published: string | undefined, horaires: string): Expansion {
  if ((published?.length ?? 0) <= HORAIRES_MAX) return expandHoraires(horaires)
  return { semaine: { plages: [], feries: null, texte: horaires }, probleme: 'illisible' }
}

/** The week that hours were read as, what is wrong with them noted. */
export function noteHoraires(expansion: Expansion | null, horaires: string | null, journal: Journal): Semaine | null {
  if (expansion === null) return null
  const { probleme, osm } = expansion
  if (osm !== undefined && osm !== horaires) journal.note('horaires', 'horaires.en_francais', horaires, osm)
  else if (probleme === 'illisible') journal.note('horaires', 'horaires.illisible', horaires)
  else if (probleme === 'jamais-ouvert') journal.note('horaires', 'horaires.jamais_ouvert', horaires)
  else if (probleme !== null) journal.note('horaires', 'horaires.etrange', horaires)
  return expansion.semaine
}
