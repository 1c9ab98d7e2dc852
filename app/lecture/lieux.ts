import { present } from '#app/domain/absent.ts'
import { CHAMP_NAMES, type Champ } from '#app/domain/champs.ts'
import { fold } from '#app/domain/fold.ts'
import { fuseauDe } from '#app/domain/fuseaux.ts'
import type { Expansion } from '#app/domain/horaires/expansion.ts'
import type { Semaine } from '#app/domain/horaires.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import { expandHoraires, expandJours } from './horaires.ts'
import { type Place, placeLieu } from './locate.ts'
import { readAdresse } from './normalise/adresse.ts'
import { readCodeInsee, readCodePostal, readPivot } from './normalise/codes.ts'
import { readCourriels, readSites, readTelephone, readUrl } from './normalise/contact.ts'
import type { Journal } from './normalise/journal.ts'
import { domainesPersonnels } from './normalise/personne.ts'
import { readCell, readText } from './normalise/text.ts'
import { readCoordinates, readDate } from './normalise/values.ts'
import { readValeurs } from './normalise/vocabulaire.ts'
import type { Row } from './read-file.ts'
import type { Territoire } from './territoire.ts'

/** One published row of a place, ready to be written. */
export type Lieu = {
  line: number
  idPublie: string | null
  coopId: string | null
  reseau: Reseau
  nom: string
  place: Place
  communeNom: string | null
  codePostal: string | null
  adresse: string | null
  complementAdresse: string | null
  telephone: string | null
  courriels: string[]
  sitesWeb: string[]
  horaires: string | null
  semaine: Semaine | null
  fuseau: string
  resume: string | null
  detail: string | null
  typologie: string | null
  itinerant: boolean | null
  siret: string | null
  siren: string | null
  structureParente: string | null
  dateMaj: string | null
  source: string | null
  ficheAccesLibre: string | null
  priseRdv: string | null
  valeurs: [Champ, string][]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** Reads a row of a LaMednum file; null when it has no name or nothing places it, which the journal says. */
export function readLieu(row: Row, territoire: Territoire, journal: Journal, today: string): Lieu | null {
  const { cells } = row
  const nom = readNom(cells, 'nom', journal)
  if (nom === null) {
    journal.note('nom', 'nom.absent', cells.nom ?? null)
    return null
  }
  const said = {
    codeInsee: readCodeInsee(cells, journal),
    codePostal: readCodePostal(cells, journal),
    communeNom: readText(cells, 'commune', journal),
    adresse: present(cells.adresse),
  }
  const place = placeLieu(said, readCoordinates(cells, journal), territoire, journal)
  if (place === null) return null
  const { siret, siren } = readPivot(cells, journal, 'pivot')
  const horaires = readText(cells, 'horaires', journal)
  const valeurs = CHAMP_NAMES.flatMap((champ) =>
    readValeurs(cells, champ, journal).map((valeur): [Champ, string] => [champ, valeur]),
  )
  const source = readText(cells, 'source', journal)
  const idPublie = readId(cells, 'id', journal)
  return {
    line: row.line,
    idPublie,
    coopId:
      (cells.structure_coop_id ?? idPublie?.match(/Coop-num[^_]*_([^_]+)/i)?.[1])?.match(UUID)?.[0].toLowerCase() ??
      null,
    reseau: reseauOf(valeurs, source),
    nom,
    place,
    communeNom: place.commune?.nom ?? said.communeNom,
    codePostal: said.codePostal,
    adresse: readAdresse(cells, journal, place.commune?.nom ?? said.communeNom),
    complementAdresse: readText(cells, 'complement_adresse', journal),
    telephone: readTelephone(cells, 'telephone', journal, place.departement),
    courriels: readCourriels(cells, 'courriels', journal),
    sitesWeb: readSites(cells, 'site_web', journal),
    horaires,
    semaine: noted(horaires ? expandHoraires(horaires) : null, horaires, journal),
    fuseau: fuseauDe(place.departement, place.commune?.code ?? null),
    resume: readText(cells, 'presentation_resume', journal),
    detail: readText(cells, 'presentation_detail', journal),
    typologie: readText(cells, 'typologie', journal),
    itinerant: cells.itinerance?.trim() ? /itin[ée]rant/i.test(cells.itinerance) : null,
    siret,
    siren,
    structureParente: readText(cells, 'structure_parente', journal),
    dateMaj: readDate(cells, 'date_maj', journal, today),
    source,
    ficheAccesLibre: readUrl(cells, 'fiche_acces_libre', journal),
    priseRdv: readUrl(cells, 'prise_rdv', journal),
    valeurs,
  }
}

/** None rather than one that names a person: with the address taken out, two rows would have the same. */
function readId(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const id = readCell(cells, field, journal)
  return id === null || domainesPersonnels(id).length > 0 ? null : id
}

/** A `0` in a name's place is absent. */
function readNom(cells: Record<string, string>, field: string, journal: Journal): string | null {
  const text = readText(cells, field, journal)
  return text === null || /^0+$/.test(text) ? null : text
}

/** A place of the programme by its national label or its source; any other is a second layer, never counted. */
function reseauOf(valeurs: [Champ, string][], source: string | null): Reseau {
  if (valeurs.some(([champ, valeur]) => champ === 'label' && valeur === 'Conseillers numériques'))
    return 'conseiller-numerique'
  return ['conseiller numerique', 'coop numerique'].includes(fold(source ?? '')) ? 'conseiller-numerique' : 'autre'
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const

/** Reads a row of the France services list: the complementary network. Its labelling date is not an update. */
export function readFranceServices(row: Row, territoire: Territoire, journal: Journal): Lieu | null {
  const { cells } = row
  const nom = readNom(cells, 'lib_fs', journal)
  if (nom === null) {
    journal.note('lib_fs', 'nom.absent', cells.lib_fs ?? null)
    return null
  }
  const said = {
    codeInsee: readCodeInsee(cells, journal, 'insee_com'),
    codePostal: readCodePostal(cells, journal),
    communeNom: readText(cells, 'lib_com', journal),
    adresse: present(cells.adresse),
  }
  const place = placeLieu(said, readCoordinates(cells, journal), territoire, journal)
  if (place === null) return null
  const jours = Object.fromEntries(DAYS.map((jour) => [jour, readText(cells, `h_${jour}`, journal) ?? ''])) as Record<
    (typeof DAYS)[number],
    string
  >
  const horaires = DAYS.flatMap((jour) => (jours[jour] ? [`${jour} ${jours[jour]}`] : [])).join(' ; ') || null
  return {
    line: row.line,
    idPublie: readId(cells, 'id_fs', journal),
    coopId: null,
    reseau: 'france-services',
    nom,
    place,
    communeNom: place.commune?.nom ?? said.communeNom,
    codePostal: said.codePostal,
    adresse: readAdresse(cells, journal, place.commune?.nom ?? said.communeNom),
    complementAdresse: readText(cells, 'complement_adresse', journal),
    telephone: readTelephone(cells, 'telephone', journal, place.departement),
    courriels: readCourriels(cells, 'mail', journal),
    sitesWeb: [],
    horaires,
    semaine: noted(horaires ? expandJours(jours) : null, horaires, journal),
    fuseau: fuseauDe(place.departement, place.commune?.code ?? null),
    resume: null,
    detail: readText(cells, 'commentaire', journal),
    typologie: readText(cells, 'type_fs', journal),
    itinerant: /itin[ée]rant|bus/i.test(cells.format_fs ?? ''),
    siret: null,
    siren: null,
    structureParente: null,
    dateMaj: null,
    source: 'France services',
    ficheAccesLibre: null,
    priseRdv: null,
    valeurs: [['label', 'France Services']],
  }
}

function noted(expansion: Expansion | null, horaires: string | null, journal: Journal): Semaine | null {
  if (expansion === null) return null
  const { probleme } = expansion
  if (probleme === 'illisible') journal.note('horaires', 'horaires.illisible', horaires)
  else if (probleme === 'jamais-ouvert') journal.note('horaires', 'horaires.jamais_ouvert', horaires)
  else if (probleme !== null) journal.note('horaires', 'horaires.etrange', horaires)
  return expansion.semaine
}
