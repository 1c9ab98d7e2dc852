import type { Severity } from './vocabulary.ts'

/**
 * What the import and the checker can say of a published cell. One table for the severity,
 * one for the sentence. `error`: the row or the value could not be used; `warning`: someone should
 * look; `info`: put right, or worth knowing.
 */
export const ANOMALIE_SEVERITY = {
  'ligne.guillemet': 'error',
  'ligne.cellules_en_trop': 'error',
  'ligne.cellules_manquantes': 'warning',
  'ligne.doublon': 'info',
  'id.doublon': 'warning',
  'nom.absent': 'error',
  'nom.employeur_non_precise': 'warning',
  'lieu.introuvable': 'error',
  'departement.absent': 'error',
  'departement.zero_perdu': 'info',
  'departement.deduit': 'info',
  'postes.invalide': 'error',
  'siret.zero_perdu': 'info',
  'siret.cle_fausse': 'warning',
  'siret.invalide': 'warning',
  'code_postal.zero_perdu': 'info',
  'code_postal.invalide': 'warning',
  'code_postal.autre_commune': 'info',
  'code_insee.zero_perdu': 'info',
  'code_insee.invalide': 'warning',
  'code_insee.ancien': 'info',
  'code_insee.autre_departement': 'info',
  'commune.nom_officiel': 'info',
  'commune.inconnue': 'warning',
  'adresse.repete_commune': 'info',
  'coordonnees.invalides': 'warning',
  'coordonnees.absentes': 'info',
  'coordonnees.trop_loin': 'warning',
  'coordonnees.inversees': 'warning',
  'coordonnees.virgule': 'info',
  'telephone.mis_au_format': 'info',
  'telephone.plusieurs': 'info',
  'telephone.invalide': 'warning',
  'courriel.invalide': 'warning',
  'courriel.personnel': 'warning',
  'site_web.sans_protocole': 'info',
  'site_web.invalide': 'warning',
  'date.mise_au_format': 'info',
  'date.invalide': 'warning',
  'date.future': 'warning',
  'horaires.illisible': 'warning',
  'horaires.jamais_ouvert': 'warning',
  'horaires.etrange': 'warning',
  'vocabulaire.ancien': 'info',
  'vocabulaire.inconnu': 'warning',
  'nombre.invalide': 'warning',
  'densite.invalide': 'error',
  'texte.encodage': 'warning',
  'texte.html': 'warning',
  'texte.formule': 'warning',
  'texte.trop_long': 'warning',
} as const satisfies Record<string, Severity>

export type AnomalieCode = keyof typeof ANOMALIE_SEVERITY

/** The sentence a person reads. */
export const ANOMALIE_PHRASE: Record<AnomalieCode, string> = {
  'ligne.guillemet': 'Un guillemet ouvert n’est pas refermé : la ligne ne peut pas être lue.',
  'ligne.cellules_en_trop': 'La ligne a plus de cellules que l’en-tête : un séparateur est sans doute en trop.',
  'ligne.cellules_manquantes':
    'La ligne a moins de cellules que l’en-tête : les dernières sont considérées comme vides.',
  'ligne.doublon': 'Ce lieu figure déjà dans une autre ligne : les deux lignes ont été réunies.',
  'id.doublon': 'Cet identifiant est déjà celui d’une autre ligne.',
  'nom.absent': 'Le nom manque : la ligne ne peut pas être affichée.',
  'nom.employeur_non_precise': 'Le nom de l’employeur manque : il est affiché comme « Employeur non précisé ».',
  'lieu.introuvable': 'Ni commune, ni code postal, ni coordonnées utilisables : le lieu ne peut pas être placé.',
  'departement.absent': 'Le département ne peut pas être trouvé : la ligne ne peut pas être comptée.',
  'departement.zero_perdu': 'Le code du département avait perdu son zéro.',
  'departement.deduit': 'Le département manquait : il a été déduit des autres colonnes.',
  'postes.invalide': 'Le nombre de postes n’est pas un nombre entier positif.',
  'siret.zero_perdu': 'Le SIRET avait perdu son zéro.',
  'siret.cle_fausse': 'La clé du SIRET est fausse : un chiffre est sans doute erroné.',
  'siret.invalide': 'Ce n’est ni un SIRET, ni un SIREN, ni un numéro RNA.',
  'code_postal.zero_perdu': 'Le code postal avait perdu son zéro.',
  'code_postal.invalide': 'Le code postal n’a pas cinq chiffres.',
  'code_postal.autre_commune': 'Ce code postal n’est pas l’un de ceux de la commune.',
  'code_insee.zero_perdu': 'Le code INSEE avait perdu son zéro.',
  'code_insee.invalide': 'Ce code INSEE n’est celui d’aucune commune.',
  'code_insee.ancien': 'Ce code INSEE est celui d’une ancienne commune ou d’un arrondissement : il a été suivi.',
  'code_insee.autre_departement':
    'La commune est dans un autre département : les postes restent dans le département de la ligne, le siège est ailleurs.',
  'commune.nom_officiel': 'Le nom de la commune a été écrit comme le nom officiel.',
  'commune.inconnue': 'La commune n’a pas été reconnue.',
  'adresse.repete_commune': 'L’adresse répétait le code postal et la commune : ils ont été retirés.',
  'coordonnees.invalides': 'Les coordonnées ne sont pas des nombres possibles.',
  'coordonnees.absentes': 'Sans coordonnées : le lieu est placé au centre de sa commune.',
  'coordonnees.trop_loin': 'Le point est trop loin de la commune : le lieu est placé au centre de la commune.',
  'coordonnees.inversees': 'La latitude et la longitude étaient inversées : elles ont été remises en ordre.',
  'coordonnees.virgule': 'La virgule décimale a été remplacée par un point.',
  'telephone.mis_au_format': 'Le téléphone a été écrit au format international.',
  'telephone.plusieurs': 'Plusieurs numéros dans la même cellule : le premier est gardé.',
  'telephone.invalide': 'Ce n’est pas un numéro de téléphone français.',
  'courriel.invalide': 'Ce n’est pas une adresse électronique.',
  'courriel.personnel': 'Cette adresse semble être celle d’une personne : elle n’est pas publiée.',
  'site_web.sans_protocole': 'L’adresse du site n’avait pas son début (https://).',
  'site_web.invalide': 'Ce n’est pas une adresse de site.',
  'date.mise_au_format': 'La date a été écrite au format AAAA-MM-JJ.',
  'date.invalide': 'Ce n’est pas une date.',
  'date.future': 'La date est dans le futur.',
  'horaires.illisible': 'Les horaires ne peuvent pas être lus : ils sont montrés tels quels.',
  'horaires.jamais_ouvert': 'D’après ces horaires, le lieu n’ouvre jamais.',
  'horaires.etrange': 'Ces horaires sont étranges : durée nulle, de plus de 16 heures, ou à l’envers.',
  'vocabulaire.ancien': 'Un mot d’une version plus ancienne a été remplacé par celui de la norme.',
  'vocabulaire.inconnu': 'Cette valeur n’est pas dans la liste de la norme.',
  'nombre.invalide': 'Ce n’est pas un nombre.',
  'densite.invalide': 'Ce n’est pas un niveau de densité, de 1 à 7.',
  'texte.encodage': 'Des accents étaient abîmés (« Ã© ») : ils ont été réparés.',
  'texte.html': 'Le texte contient du HTML : il est montré tel quel.',
  'texte.formule': 'La cellule ressemble à une formule de tableur.',
  'texte.trop_long': 'Le texte est trop long : il a été coupé.',
}

/** A problem of one cell, or a change made to it. `line` is the file's line as an editor shows it (the header is 1). */
export type Anomalie = {
  line: number
  field: string
  code: AnomalieCode
  raw: string | null
  corrected: string | null
}
