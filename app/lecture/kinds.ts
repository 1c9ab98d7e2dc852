import { fold } from '#app/domain/texte/fold.ts'
import type { Kind } from '#app/domain/vocabulary.ts'

/**
 * What each kind of file calls its columns: our name → the published names, folded
 * (lower case, no accent, words joined by `_`). A pattern stands where the name carries a date.
 * A kind is recognised when every group of `required` has one of its columns.
 */
export type KindTable = { columns: Record<string, (string | RegExp)[]>; required: string[][] }

const same = (...names: string[]): Record<string, string[]> => Object.fromEntries(names.map((name) => [name, [name]]))

export const KIND_TABLES: Record<Kind, KindTable> = {
  structures: {
    columns: {
      nom: ['raison_sociale', 'nom_de_la_structure', 'structure'],
      commune: ['commune_insee', 'nom_commune'],
      departement_nom: ['departement'],
      region: ['region'],
      postes: [/^nombre_de_(conseillers|postes|conum)/],
      date_validation: [/^date_de_validation/],
      type: ['type'],
      siret: ['siret'],
      departement: ['code_departement'],
      adresse: ['adresse'],
      code_insee: ['code_commune_insee', 'code_insee'],
      code_postal: ['code_postal'],
      investissement: [/^investissement_financier/],
      zrr: ['zrr'],
      qpv: ['qpv'],
      france_services: ['france_services'],
    },
    required: [['postes'], ['departement', 'departement_nom', 'code_insee', 'code_postal'], ['nom', 'siret']],
  },
  lieux: {
    columns: {
      ...same('id', 'pivot', 'nom', 'commune', 'code_postal', 'code_insee', 'adresse', 'complement_adresse'),
      ...same('latitude', 'longitude', 'typologie', 'telephone', 'site_web', 'horaires', 'presentation_resume'),
      ...same('presentation_detail', 'source', 'itinerance', 'structure_parente', 'date_maj', 'services'),
      ...same('formations_labels', 'autres_formations_labels', 'modalites_acces', 'modalites_accompagnement'),
      ...same('prise_en_charge_specifique', 'prise_rdv', 'structure_coop_id', 'ids_publies'),
      courriels: ['courriels', 'courriel'],
      publics_specifiquement_adresses: ['publics_specifiquement_adresses', 'publics_accueillis'],
      frais_a_charge: ['frais_a_charge', 'conditions_acces', 'conditions_access'],
      dispositif_programmes_nationaux: ['dispositif_programmes_nationaux', 'labels_nationaux'],
      fiche_acces_libre: ['fiche_acces_libre', 'accessibilite'],
    },
    required: [
      ['nom'],
      ['commune', 'code_postal', 'code_insee', 'latitude'],
      ['services', 'pivot', 'horaires', 'dispositif_programmes_nationaux', 'date_maj'],
    ],
  },
  communes: {
    columns: {
      nom: ['nom'],
      code: ['code'],
      departement: ['codedepartement', 'code_departement'],
      region: ['coderegion', 'code_region'],
      epci: ['codeepci', 'code_epci'],
      codes_postaux: ['codespostaux', 'codes_postaux'],
      population: ['population'],
      centre: ['centre'],
      surface: ['surface'],
    },
    required: [['nom'], ['code'], ['population', 'centre']],
  },
  densite: {
    columns: {
      code: ['codgeo', 'insee_com'],
      densite: ['dens7', 'dens', 'niveau_densite', 'libdens7', 'libdens'],
      population: [/^pmun\d\d$/],
    },
    required: [['code'], ['densite']],
  },
  frr: {
    columns: { code: ['code_insee', 'codgeo'], classe: [/^classement_frr/, 'codefrr'] },
    required: [['code'], ['classe']],
  },
  'france-services': {
    columns: {
      ...same('id_fs', 'insee_dep', 'lib_fs', 'adresse', 'complement_adresse', 'insee_com', 'code_postal', 'lib_com'),
      ...same('latitude', 'longitude', 'mail', 'telephone', 'h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi'),
      ...same('h_vendredi', 'h_samedi', 'prise_rdv', 'commentaire', 'type_fs', 'format_fs', 'itinerance'),
      // The names of the list of 2022.
      groupe_fs: ['groupe_fs', 'groupe'],
      labellisation_fs: ['labellisation_fs', 'labellisation'],
    },
    required: [['id_fs'], ['lib_fs'], ['insee_com', 'code_postal', 'latitude']],
  },
}

/** What each kind of file holds, for a sentence. */
export const KIND_LABELS_DE_FICHIER: Record<Kind, string> = {
  structures: 'postes validés par employeur',
  lieux: 'lieux de médiation numérique',
  communes: 'communes de France',
  densite: 'grille de densité de l’INSEE',
  frr: 'communes en France ruralités revitalisation',
  'france-services': 'France services',
}

/** A header's name without accents, case, apostrophes and punctuation: "Code Département" → `code_departement`. */
export function foldHeader(name: string): string {
  return fold(name.replace(/^\ufeff/, '')).replaceAll(' ', '_')
}

/**
 * Our column name for each position of the header, null for a column that we do not read. `said`: published names, folded,
 * and the column of ours that whoever hands in the file says each is.
 */
export function mapColumns(
  header: readonly string[],
  kind: Kind,
  said: ReadonlyMap<string, string> = new Map(),
): (string | null)[] {
  const folded = header.map(foldHeader)
  const mapped: (string | null)[] = header.map(() => null)
  const own = KIND_TABLES[kind].columns
  for (const [published, column] of said) {
    const rang = folded.indexOf(published)
    if (rang >= 0 && column in own) mapped[rang] = column
  }
  const taken = new Set(mapped)
  for (const [column, names] of Object.entries(own)) {
    if (taken.has(column)) continue
    // The first published name wins: DENS7 before DENS, which is three levels in the newer workbook.
    const found = names
      .map((name) =>
        folded.findIndex((one, i) => mapped[i] === null && (typeof name === 'string' ? one === name : name.test(one))),
      )
      .find((i) => i >= 0)
    if (found !== undefined) mapped[found] = column
  }
  return mapped
}

/** `known`: how many of the columns are those of the nearest kind. */
export type Recognition = { kind: Kind } | { nearest: Kind; known: number; missing: string[] }

/** The kind of a file by its header, or the kind it is nearest to, with what lacks. */
export function recognise(header: readonly string[], said?: ReadonlyMap<string, string>): Recognition {
  const scores = (Object.keys(KIND_TABLES) as Kind[]).map((kind) => {
    const columns = new Set(mapColumns(header, kind, said))
    const missing = KIND_TABLES[kind].required.filter((group) => !group.some((name) => columns.has(name)))
    const known = [...columns].filter((name) => name !== null).length
    return { kind, known, missing: missing.map((group) => group.join(' ou ')) }
  })
  const full = scores.filter((score) => score.missing.length === 0).sort((a, b) => b.known - a.known)[0]
  if (full) return { kind: full.kind }
  const nearest = scores.sort(
    (a, b) => b.known - a.known || a.missing.length - b.missing.length,
  )[0] as (typeof scores)[0]
  return { nearest: nearest.kind, known: nearest.known, missing: nearest.missing }
}
