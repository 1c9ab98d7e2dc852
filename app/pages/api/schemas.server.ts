import { z } from 'zod'
import { type CleChiffre, chiffreOf } from '#app/domain/chiffres/table.ts'
import { NATURES } from '#app/domain/chiffres/tableau.ts'
import { CHAMP_NAMES, CHAMPS } from '#app/domain/lieu/champs.ts'
import { PRECISIONS, RURALITES } from '#app/domain/vocabulary.ts'

const texte = z.string().nullable()
const date = z.iso.date().nullable()

/** A file that an answer comes from. */
export const Source = z
  .strictObject({
    titre: z.string(),
    date: z.string().describe('La date des données, AAAA-MM-JJ.'),
    licence: texte,
    url: texte,
    demonstration: z.boolean().describe('Vrai : données inventées, à ne pas réutiliser.'),
  })
  .meta({ id: 'Source', description: 'Un fichier publié : ce que la licence demande de citer.' })

export const Sources = z.array(Source).describe('D’où viennent ces données, avec leur date et leur licence.')

/** Lists of a place, by the column of the standard. */
const LISTES = Object.fromEntries(CHAMP_NAMES.map((champ) => [CHAMPS[champ].column, z.array(z.string())])) as Record<
  (typeof CHAMPS)[keyof typeof CHAMPS]['column'],
  z.ZodArray<z.ZodString>
>

/** A place: the columns of the standard in its order, then what the site adds. */
export const Lieu = z
  .strictObject({
    id: z.string().describe('L’identifiant de ce site, stable d’un import à l’autre : l’adresse de la page.'),
    pivot: texte.describe('SIRET ou SIREN.'),
    nom: z.string(),
    commune: texte,
    code_postal: texte,
    code_insee: texte,
    adresse: texte,
    complement_adresse: texte,
    latitude: z.number().nullable().describe('Degrés, WGS 84 ; « precision » dit ce que vaut le point.'),
    longitude: z.number().nullable(),
    typologie: texte,
    telephone: texte.describe('Au format international.'),
    courriels: z.array(z.string()),
    site_web: z.array(z.string()),
    horaires: texte.describe('Comme publiés, le plus souvent dans la syntaxe d’OpenStreetMap.'),
    presentation_resume: texte,
    presentation_detail: texte,
    source: texte.describe('Le nom de la source, comme publié.'),
    itinerance: z.enum(['Itinérant', 'Fixe']).nullable(),
    structure_parente: texte,
    date_maj: texte,
    services: LISTES.services,
    publics_specifiquement_adresses: LISTES.publics_specifiquement_adresses,
    prise_en_charge_specifique: LISTES.prise_en_charge_specifique,
    frais_a_charge: LISTES.frais_a_charge,
    dispositif_programmes_nationaux: LISTES.dispositif_programmes_nationaux,
    formations_labels: LISTES.formations_labels,
    autres_formations_labels: z.array(z.string()),
    modalites_acces: LISTES.modalites_acces,
    modalites_accompagnement: LISTES.modalites_accompagnement,
    fiche_acces_libre: texte,
    prise_rdv: texte,
    ids_publies: z.array(z.string()).describe('Les identifiants des lignes publiées dont ce lieu est fait.'),
    departement: z.string(),
    departement_nom: z.string(),
    ruralite: z.enum(RURALITES),
    ruralite_estimee: z.boolean().describe('Vrai : la classe vient de la population, faute de grille de l’Insee.'),
    densite: z.int().min(1).max(7).nullable(),
    frr: texte,
    precision: z.enum(PRECISIONS).describe('« adresse » et « geocodee » sont exactes ; les autres, un centre.'),
    itinerant: z.boolean().nullable(),
    employeur_siret: texte,
    employeur_nom: texte,
    rapprochement: z.enum(['siret', 'siren']).nullable(),
    url: z.string().describe('La page du lieu.'),
    distance_km: z.number().nullable().optional().describe('Seulement quand on demande autour d’un point.'),
  })
  .meta({
    id: 'Lieu',
    description: 'Un lieu où un conseiller numérique reçoit, dans les mots du standard LaMednum 1.0.2.',
  })

export const LieuProche = z
  .strictObject({ id: z.string(), nom: z.string(), commune: texte, distance_km: z.number(), url: z.string() })
  .meta({ id: 'LieuProche', description: 'Le lieu le plus proche, quand il n’y en a aucun dans le rayon.' })

/** Figures by their names in the API, as `chiffresJson` writes them: unknown is null, never zero. */
export function chiffres(cles: readonly CleChiffre[]): z.ZodRawShape {
  const shape: Record<string, z.ZodType> = {}
  const dedans: Record<string, Record<string, z.ZodType>> = {}
  for (const cle of cles) {
    const { api, nature, nom } = chiffreOf(cle)
    const [chemin = cle, decimales = 0] = api ?? []
    const [debut = cle, suite] = chemin.split('.')
    const nombre = NATURES[nature].type === 'integer' && decimales === 0 ? z.int() : z.number()
    const valeur = nombre.nullable().describe(nom.replace(/[{}]/g, ''))
    if (suite === undefined) shape[debut] = valeur
    else dedans[debut] = { ...dedans[debut], [suite]: valeur }
  }
  for (const [nom, parts] of Object.entries(dedans))
    shape[nom] = z.strictObject(parts).describe('Part de la population, de 0 à 1, à ce nombre de kilomètres au plus.')
  return shape
}

export const CommuneCourte = z.strictObject({ code: z.string(), nom: z.string() })

/** An employer of posts. */
export const Structure = z
  .strictObject({
    id: z.string().describe('La fin de l’adresse de sa page : son SIRET, ou une clé s’il n’en a pas.'),
    siret: texte,
    nom: z.string(),
    type: texte.describe('« publique » ou « privée ».'),
    adresse: texte,
    code_postal: texte,
    code_insee: texte,
    commune: texte,
    departement: z.string(),
    departement_nom: z.string(),
    ruralite: z.enum(RURALITES),
    densite: z.int().min(1).max(7).nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    precision: z.enum(PRECISIONS),
    postes: z.int().describe('Postes validés depuis 2021 : ni pourvus, ni encore financés pour autant.'),
    date_validation: date,
    url: z.string(),
  })
  .meta({ id: 'Structure', description: 'Un employeur de la liste des postes validés, à la commune de ses postes.' })

export const StructureComplete = Structure.extend({
  lignes: z
    .array(
      z.strictObject({
        postes: z.int(),
        date_validation: date,
        investissement: z.int().nullable().describe('Euros de l’État, selon l’estimation de la source.'),
        departement: z.string(),
        zrr: z.boolean().nullable(),
        qpv: z.boolean().nullable(),
      }),
    )
    .describe('Les lignes de la liste des postes validés.'),
  lieux: z
    .array(
      z.strictObject({
        id: z.string(),
        nom: z.string(),
        commune: texte,
        rapprochement: z.enum(['siret', 'siren']).nullable(),
        url: z.string(),
      }),
    )
    .describe('Ses lieux connus.'),
}).meta({ id: 'StructureComplete', description: 'Un employeur, ses postes et ses lieux connus.' })
