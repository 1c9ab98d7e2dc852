import { readCellule } from '../distance/cellule.ts'
import { MOMENTS, momentOf } from '../horaires/moments.ts'
import { formatMoment, parseMoment } from '../horaires/semaine.ts'
import { CHAMPS, type Champ } from '../lieu/champs.ts'
import { choice, degrees, flag, integer, type Many, many, type Names, one, oneOf } from '../parametres/kinds.ts'
import { deCommune } from '../texte/format.ts'
import { COUCHES, DENSITE_LABELS, RURALITE_LABELS, RURALITES, type Ruralite } from '../vocabulary.ts'
import { DEPARTEMENT_CODES, readCommune, readDepartement, slugOf } from './codes.ts'
import { EMPLOYEURS, ORDRES } from './columns.ts'
import { MAINTENANT } from './ouverts.ts'

export const Q_MAX = 200
const VUES = ['liste', 'carte'] as const
const LEVELS = [1, 2, 3, 4, 5, 6, 7]
/** How far "near" goes, in km. */
export const RAYONS = [5, 10, 20, 50] as const
const TRIS = ['distance', 'commune', ...ORDRES] as const
const EMPLOYEUR_CODES = Object.keys(EMPLOYEURS) as (keyof typeof EMPLOYEURS)[]

/**
 * Every parameter of the list's URLs, in canonical order. The form, the URL, the criteria
 * (criteria.ts) and the sentences are made from this table.
 */
export const FILTERS = {
  departement: many(DEPARTEMENT_CODES, {
    read: readDepartement,
    expected: 'un code comme 01, 2A ou 974',
    label: departementLabel,
  }),
  ruralite: many<Ruralite>(RURALITES, {
    ...choice(RURALITES),
    label: (v) => RURALITE_LABELS[v].toLowerCase(),
  }),
  densite: many(LEVELS, {
    read: integer(1, 7),
    expected: 'un niveau de 1 à 7',
    label: (v) => DENSITE_LABELS[v - 1]?.toLowerCase() ?? '',
  }),
  frr: flag('France Ruralités Revitalisation'),
  q: one<string>('', { read: readText, expected: `un texte de ${Q_MAX} caractères au plus`, label: (v) => `« ${v} »` }),
  commune: one<string | null>(null, {
    read: readCommune,
    expected: 'un code INSEE de cinq caractères, comme 23096',
    label: communeLabel,
    suite: ['rayon'],
  }),
  lat: one<number | null>(null, {
    read: degrees(90),
    expected: 'une latitude en degrés, de -90 à 90, comme 42.617',
    label: (_, names) => `autour ${duPoint(names)}`,
    suite: ['lon', 'rayon'],
  }),
  lon: one<number | null>(null, {
    read: degrees(180),
    expected: 'une longitude en degrés, de -180 à 180, comme 2.422',
  }),
  cellule: one<string | null>(null, {
    read: readCellule,
    expected: 'le coin sud-ouest d’un secteur d’un dixième de degré, comme 46.1,1.8',
    label: (_, names) => `autour ${duSecteur(names)}`,
    suite: ['rayon'],
  }),
  rayon: one<number>(20, {
    read: (raw) => RAYONS.find((km) => String(km) === raw),
    expected: `${RAYONS.join(', ')} (kilomètres)`,
  }),
  service: champ('service'),
  public: champ('public'),
  prise_en_charge: champ('prise_en_charge'),
  acces: champ('acces'),
  label: champ('label'),
  gratuit: flag('gratuit'),
  acceslibre: flag('avec une fiche acceslibre'),
  employeur: many(EMPLOYEUR_CODES, {
    ...choice(EMPLOYEUR_CODES),
    label: (v) => `employeur ${v === 'public' ? 'public' : 'privé'}`,
  }),
  zrr: flag('ZRR à la date de validation'),
  qpv: flag('QPV à la date de validation'),
  ouvert: one<string | null>(null, {
    read: readMoment,
    expected: `« ${MAINTENANT} », ${MOMENTS.map(({ cle }) => `« ${cle} »`).join(', ')}, ou un jour et une heure comme lun-14:00`,
    label: momentLabel,
  }),
  tri: one<(typeof TRIS)[number] | null>(null, choice(TRIS)),
  // What is shown beside the places restricts nothing: no label.
  couche: many(COUCHES, choice(COUCHES)),
  // Unsaid: the list of what is asked, the home page where nothing is.
  vue: one<(typeof VUES)[number] | null>(null, { read: oneOf(VUES), expected: 'liste ou carte' }),
  page: one<number>(1, { read: integer(1, 1_000_000), expected: 'un nombre à partir de 1' }),
}

function champ(name: Champ): Many<string> {
  const values: readonly string[] = CHAMPS[name].values
  const bySlug = new Map(values.map((value) => [slugOf(value), value]))
  // The words of the standard are accepted too: reusers copy them from the files.
  const words = {
    read: (raw: string) => bySlug.get(slugOf(raw)),
    expected: 'une valeur de la liste',
    label: (v: string) => `${CHAMPS[name].label.toLowerCase()} : ${v}`,
  }
  return many(values, words, slugOf)
}

function departementLabel(code: string, { departements }: Names): string {
  const nom = departements?.get(code)
  return nom ? `${nom} (${code})` : `département ${code}`
}

function communeLabel(code: string, { commune, sansPosition }: Names): string {
  return sansPosition ? `commune : ${commune ?? code}` : `autour ${deCommune(commune ?? code)}`
}

/** A point said by the nearest commune: "du point choisi, près de Prades". */
export function duPoint({ pres }: Names): string {
  return pres ? `du point choisi, près ${deCommune(pres)}` : 'du point choisi'
}

/** A cell of the grid said by the commune nearest to its middle; that where one is: "de vous". */
export function duSecteur({ pres, moi }: Names): string {
  if (moi) return 'de vous'
  return pres ? `du secteur ${deCommune(pres)}` : 'du secteur choisi'
}

function readMoment(raw: string): string | undefined {
  const moment = raw.toLowerCase()
  const known = moment === MAINTENANT || momentOf(moment) !== undefined || parseMoment(moment) !== null
  return known ? moment : undefined
}

function momentLabel(moment: string): string {
  if (moment === MAINTENANT) return 'ouvert maintenant'
  return `ouvert ${momentOf(moment)?.libelle ?? `le ${formatMoment(parseMoment(moment) ?? 0)}`}`
}

function readText(raw: string): string | undefined {
  const text = raw
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text.length <= Q_MAX ? text : undefined
}
