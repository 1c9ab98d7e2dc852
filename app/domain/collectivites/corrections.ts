import { fold } from '../texte/fold.ts'

/** Where a source mends what it publishes. `lien` is null when no public page does it: the sentence says who does. */
export type Correction = { source: string; phrase: string; lien: string | null; titre: string | null }

type LigneCorrigee = Correction & { autres?: readonly string[] }

const COOP = {
  source: 'Coop numérique',
  phrase: 'Le conseiller, ou son employeur, corrige la fiche dans la Coop de la médiation numérique.',
  lien: 'https://coop-numerique.anct.gouv.fr/coop/lieux-activite',
  titre: 'Ouvrir la Coop de la médiation numérique',
}

/** The national map's own form, open to anyone: it passes the correction to the source. */
export const CARTOGRAPHIE = {
  lien: 'https://cartographie.societenumerique.gouv.fr/',
  phrase:
    'Vous n’y travaillez pas ? Cherchez ce lieu sur la Cartographie nationale, puis appuyez sur « Signaler une erreur sur les informations du lieu ».',
  titre: 'Ouvrir la Cartographie nationale',
}

/** A tool of a territory, in which the place mends its own row. */
function outil(source: string, lien: string, autres: readonly string[] = []): LigneCorrigee {
  const phrase = `Le lieu corrige sa fiche dans l’outil d’où elle vient : ${source}.`
  return { source, phrase, lien, titre: `Ouvrir la page de ${source}`, autres }
}

function sansLien(source: string, phrase: string): LigneCorrigee {
  return { source, phrase, lien: null, titre: null }
}

function parDataInclusion(source: string): LigneCorrigee {
  return sansLien(source, `Cette fiche vient de ${source}, par data·inclusion : elle se corrige chez ${source}.`)
}

function parJeuDeDonnees(source: string): LigneCorrigee {
  return sansLien(source, `Cette fiche vient du jeu de données « ${source} » : elle se corrige chez qui le publie.`)
}

function parFormulaire(source: string): LigneCorrigee {
  const phrase = `La source « ${source} » n’a pas d’outil de correction connu : passez par la Cartographie nationale.`
  return { source, phrase, lien: CARTOGRAPHIE.lien, titre: CARTOGRAPHIE.titre }
}

/**
 * Source as published → where it is mended. From the table of the ANCT's retired viewer (client-application, 2025-07)
 * crossed with the names in use in mednum-cli (2026-06). France Services has no public page: never a link.
 */
export const CORRECTIONS: readonly LigneCorrigee[] = [
  { ...COOP, autres: ['Conseiller Numerique'] },
  {
    source: 'DORA',
    phrase: 'Un membre de la structure corrige la fiche dans DORA.',
    lien: 'https://dora.inclusion.beta.gouv.fr/auth/connexion?next=%2F',
    titre: 'Ouvrir DORA',
  },
  sansLien(
    'France Services',
    'L’équipe de cette France services corrige sa fiche elle-même, dans la plateforme France services, onglet « Ma structure ». Dites-le-lui sur place ou au téléphone.',
  ),
  parDataInclusion('France Travail'),
  parDataInclusion('fredo'),
  outil(
    'Département de la Charente-Maritime',
    'https://publiclic.geoplateforme17.fr/index.php/accueil/se-connecter-in',
  ),
  outil('Francil-in', 'https://form.typeform.com/to/qTKCmDOf'),
  outil('Hinaura', 'https://carto.hinaura.fr/?CommentModif'),
  outil('Mednum BFC', 'https://www.mednum-bfc.fr/maj-lieu/'),
  outil('RhinOcc', 'https://rhinocc.fr/recensement/'),
  outil('Res-in', 'https://resin.grandlyon.com/connexion'),
  outil('Les Landes', 'https://www.pin40.fr/le-reseau/la-carte-des-acteurs-du-reseau'),
  ...['Siilab', 'Loire Atlantique', 'Paca', 'Vendée', 'Paris', 'Mulhouse', 'Grand Paris Sud'].map(parJeuDeDonnees),
  ...['Hérault', 'Meuse', 'Vosges', 'Numi'].map(parFormulaire),
  ...['Aidants Connect', 'Haute-Vienne', 'Hub-Bretagne', 'Le-Havre', 'soliguide', 'Hubik'].map(parFormulaire),
]

const PAR_NOM = new Map(CORRECTIONS.flatMap((ligne) => nomsDe(ligne).map((nom) => [cle(nom), ligne] as const)))

/**
 * The sources of a place, each once. A merged row shows one source and has several: they are read from its published
 * id ("Coop-numérique_12__dora_7"). A source that the table does not hold is mended in the Coop, the default.
 */
export function correctionsDe(source: string | null, idsPublies: readonly (string | null)[]): Correction[] {
  const noms = [...(source === null ? [] : [source]), ...idsPublies.flatMap((id) => sourcesDeId(id ?? ''))]
  const trouvees = new Set(noms.map((nom) => PAR_NOM.get(cle(nom)) ?? COOP))
  const lignes: Correction[] = trouvees.size === 0 ? [COOP] : [...trouvees]
  return lignes.map(({ source, phrase, lien, titre }) => ({ source, phrase, lien, titre }))
}

/** "Coop-numérique_12__dora_7" → "Coop numérique", "dora". An id without "_" names no source. */
export function sourcesDeId(id: string): string[] {
  const parties = id.split('__').filter((partie) => partie.indexOf('_') > 0)
  const noms = parties.map((partie) => partie.slice(0, partie.indexOf('_')).replaceAll('-', ' '))
  // Alone, what stands before "_" may be any identifier's own: it is believed when it is a known name.
  return id.includes('__') ? noms : noms.filter((nom) => PAR_NOM.has(cle(nom)))
}

function nomsDe({ source, autres = [] }: LigneCorrigee): string[] {
  return [source, ...autres]
}

function cle(nom: string): string {
  return fold(nom).replaceAll(' ', '')
}
