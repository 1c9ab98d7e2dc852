import { readCellule } from '../distance/cellule.ts'
import { MOMENTS, momentOf } from '../horaires/moments.ts'
import { formatMoment, parseMoment } from '../horaires/semaine.ts'
import { CHAMPS, type Champ } from '../lieu/champs.ts'
import { choice, degrees, flag, integer, type Many, many, type Names, one } from '../parametres/kinds.ts'
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
    sens: 'Le département ou le territoire, par son code. Répétable : l’un ou l’autre.',
    label: departementLabel,
  }),
  ruralite: many<Ruralite>(RURALITES, {
    ...choice(RURALITES),
    sens: 'La ruralité de la commune : rural, urbain intermédiaire, urbain dense (grille de densité de l’Insee). Répétable.',
    label: (v) => RURALITE_LABELS[v].toLowerCase(),
  }),
  densite: many(LEVELS, {
    read: integer(1, 7),
    expected: 'un niveau de 1 à 7',
    forme: { type: 'integer', minimum: 1, maximum: 7 },
    sens: 'Le niveau de densité de la commune, de 1 (dense) à 7 (très dispersé). Répétable.',
    label: (v) => DENSITE_LABELS[v - 1]?.toLowerCase() ?? '',
  }),
  frr: flag('France Ruralités Revitalisation', 'Les communes classées France Ruralités Revitalisation.'),
  q: one<string>('', {
    read: readText,
    expected: `un texte de ${Q_MAX} caractères au plus`,
    label: (v) => `« ${v} »`,
    forme: { type: 'string', maxLength: Q_MAX },
    sens: 'Un texte, cherché dans le nom, l’adresse et la commune.',
  }),
  commune: one<string | null>(null, {
    read: readCommune,
    expected: 'un code INSEE de cinq caractères, comme 23096',
    forme: { type: 'string', pattern: '^(\\d{5}|2[AB]\\d{3})$' },
    sens: 'Autour du centre de cette commune, ou de cet arrondissement, par son code Insee.',
    label: communeLabel,
    suite: ['rayon'],
  }),
  lat: one<number | null>(null, {
    read: degrees(90),
    expected: 'une latitude en degrés, de -90 à 90, comme 42.617',
    forme: { type: 'number', minimum: -90, maximum: 90 },
    sens: 'La latitude d’un point, avec « lon » : les lieux du plus proche au plus lointain, avec leur distance.',
    label: (_, names) => `autour ${duPoint(names)}`,
    suite: ['lon', 'rayon'],
  }),
  lon: one<number | null>(null, {
    read: degrees(180),
    expected: 'une longitude en degrés, de -180 à 180, comme 2.422',
    forme: { type: 'number', minimum: -180, maximum: 180 },
    sens: 'La longitude d’un point, avec « lat ».',
  }),
  cellule: one<string | null>(null, {
    read: readCellule,
    expected: 'le coin sud-ouest d’un secteur d’un dixième de degré, comme 46.1,1.8',
    sens: 'Autour d’un secteur d’un dixième de degré, par son coin sud-ouest : une position qui ne dit pas où l’on est.',
    label: (_, names) => `autour ${duSecteur(names)}`,
    suite: ['rayon'],
  }),
  rayon: one<number>(20, {
    read: (raw) => RAYONS.find((km) => String(km) === raw),
    expected: `${RAYONS.join(', ')} (kilomètres)`,
    forme: { type: 'string', enum: RAYONS.map(String) },
    sens: 'À combien de kilomètres du point ou de la commune, au plus.',
  }),
  service: champ('service'),
  public: champ('public'),
  prise_en_charge: champ('prise_en_charge'),
  acces: champ('acces'),
  label: champ('label'),
  gratuit: flag('gratuit', 'Les lieux qui disent être gratuits.'),
  acceslibre: flag('avec une fiche acceslibre', 'Les lieux qui ont une fiche d’accessibilité sur acceslibre.'),
  employeur: many(EMPLOYEUR_CODES, {
    ...choice(EMPLOYEUR_CODES),
    sens: 'Le type d’employeur. Répétable.',
    label: (v) => `employeur ${v === 'public' ? 'public' : 'privé'}`,
  }),
  zrr: flag(
    'ZRR à la date de validation',
    'L’employeur était en zone de revitalisation rurale, à la date de validation.',
  ),
  qpv: flag('QPV à la date de validation', 'L’employeur était en quartier prioritaire, à la date de validation.'),
  ouvert: one<string | null>(null, {
    read: readMoment,
    expected: `« ${MAINTENANT} », ${MOMENTS.map(({ cle }) => `« ${cle} »`).join(', ')}, ou un jour et une heure comme lun-14:00`,
    label: momentLabel,
    sens: 'Ouvert à ce moment, à l’heure du lieu. Les heures de plus de 18 mois ne comptent pas.',
  }),
  tri: one<(typeof TRIS)[number] | null>(null, { ...choice(TRIS), sens: 'L’ordre de la liste.' }),
  // What is shown beside the places restricts nothing: no label.
  couche: many(COUCHES, { ...choice(COUCHES), sens: 'Ce que la page montre à côté : sans effet ici.' }),
  // Unsaid: the list of what is asked, the home page where nothing is.
  vue: one<(typeof VUES)[number] | null>(null, {
    ...choice(VUES),
    expected: 'liste ou carte',
    sens: 'Ce que la page montre d’abord : sans effet ici.',
  }),
  page: one<number>(1, {
    read: integer(1, 1_000_000),
    expected: 'un nombre à partir de 1',
    forme: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    sens: 'La page, à partir de 1.',
  }),
}

function champ(name: Champ): Many<string> {
  const values: readonly string[] = CHAMPS[name].values
  const bySlug = new Map(values.map((value) => [slugOf(value), value]))
  // The words of the standard are accepted too: reusers copy them from the files.
  const words = {
    read: (raw: string) => bySlug.get(slugOf(raw)),
    expected: 'une valeur de la liste',
    sens: `${CHAMPS[name].label}, par une valeur du standard. Répétable : l’une ou l’autre.`,
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
