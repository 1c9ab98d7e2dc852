/** The standard that a file of places follows: LaMednum, 1.0.2. The next one (2.0.0) makes `pivot` and `date_maj` optional. */
export const NORME_LIEUX = {
  version: '1.0.2',
  url: 'https://schema.data.gouv.fr/LaMednum/standard-mediation-num/',
  colonnes: [
    ...['id', 'pivot', 'nom', 'commune', 'code_postal', 'code_insee', 'adresse', 'complement_adresse', 'latitude'],
    ...['longitude', 'typologie', 'telephone', 'courriels', 'site_web', 'horaires', 'presentation_resume'],
    ...['presentation_detail', 'source', 'itinerance', 'structure_parente', 'date_maj', 'services'],
    ...['publics_specifiquement_adresses', 'prise_en_charge_specifique', 'frais_a_charge'],
    ...['dispositif_programmes_nationaux', 'formations_labels', 'autres_formations_labels', 'modalites_acces'],
    ...['modalites_accompagnement', 'fiche_acces_libre', 'prise_rdv'],
  ],
  /** Required by this version and by the next. */
  obligatoires: ['id', 'nom', 'commune', 'code_postal', 'adresse'],
  /** Required by this version only. */
  conseillees: ['pivot', 'date_maj'],
  /** Characters, at most, in `presentation_resume`. */
  resumeMax: 280,
} as const

/** Values of `itinerance`. */
export const ITINERANCES = ['Itinérant', 'Fixe'] as const
