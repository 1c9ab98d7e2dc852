import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { type CheckOptions, checkFile } from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import { embeddedTerritoire } from '#tests/import/files.ts'

export const TODAY = '2026-06-30'

/** A place without fault, in the words and the order of the standard. */
export const SANS_FAUTE: Record<string, string> = {
  id: 'ligne-1',
  pivot: '43493312300029',
  nom: 'Médiathèque du Test',
  commune: 'Reims',
  code_postal: '51100',
  code_insee: '51454',
  adresse: '12 rue du Test',
  complement_adresse: 'Bâtiment B',
  latitude: '49.2583',
  longitude: '4.0317',
  typologie: 'BIB',
  telephone: '+33353010001',
  courriels: 'accueil@exemple.example|mairie@exemple.example',
  site_web: 'https://www.exemple.example/',
  horaires: 'Mo-Fr 09:00-12:00,14:00-17:00',
  presentation_resume: 'Un accueil sans rendez-vous.',
  presentation_detail: 'Deux conseillers y reçoivent.',
  source: 'Test',
  itinerance: 'Fixe',
  structure_parente: 'Ville du Test',
  date_maj: '2026-05-02',
  services: 'Aide aux démarches administratives|Utilisation sécurisée du numérique',
  publics_specifiquement_adresses: 'Jeunes|Seniors',
  prise_en_charge_specifique: 'Surdité',
  frais_a_charge: 'Gratuit',
  dispositif_programmes_nationaux: 'Conseillers numériques',
  formations_labels: 'Fabriques de Territoire',
  autres_formations_labels: '',
  modalites_acces: 'Se présenter|Téléphoner',
  modalites_accompagnement: 'Accompagnement individuel',
  fiche_acces_libre: 'https://acceslibre.beta.gouv.fr/app/51-reims/',
  prise_rdv: 'https://www.rdv.example/',
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [header, ...rows].map((cells) => `${cells.map(quote).join(',')}\n`).join('')

/** A file of places by the standard: each row is `SANS_FAUTE` with an id and an address of its own, and what is given. */
export function lieux(rows: Record<string, string>[], header: readonly string[] = NORME_LIEUX.colonnes): string {
  return csvOf(
    header,
    rows.map((given, rang) => {
      const own = { id: `ligne-${rang + 1}`, nom: `Médiathèque ${rang + 1}`, adresse: `${rang + 1} rue du Test` }
      const row: Record<string, string> = { ...SANS_FAUTE, ...own, ...given }
      return header.map((name) => row[name] ?? '')
    }),
  )
}

export function enMemoire(text: string | Uint8Array) {
  return fichierEnMemoire('fichier.csv', typeof text === 'string' ? new TextEncoder().encode(text) : text)
}

export async function options(): Promise<CheckOptions> {
  return { territoire: await embeddedTerritoire(), today: TODAY }
}

export async function check(text: string | Uint8Array) {
  return checkFile(enMemoire(text), await options())
}

export async function mend(text: string | Uint8Array): Promise<string> {
  let mended = ''
  for await (const piece of correctFile(enMemoire(text), await options())) mended += piece
  return mended
}
