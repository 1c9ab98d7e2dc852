import { fold } from '../texte/fold.ts'
import type { CleBesoin } from './besoins.ts'

/** What people type for a need: the name on a letter, on a counter, or the thing itself; separated by commas. */
const MOTS: Record<CleBesoin, string> = {
  demarche: `caf, allocation, allocations, allocations familiales, apl, rsa, prime d activite, impot, impots, declaration,
    taxe fonciere, taxe d habitation, tresor public, fisc, retraite, retraites, carsat, cnav, agirc arrco, msa, mdph, aah,
    ants, france titres, carte grise, certificat d immatriculation, permis, permis de conduire, carte d identite,
    carte identite, passeport, titre de sejour, naturalisation, prefecture, france connect, franceconnect, service public,
    cheque energie, logement, logement social, hlm, demarche, demarches, demarche administrative,
    demarches administratives, administratif, papiers, dossier, formulaire, acte de naissance, pension, surendettement,
    aide juridictionnelle, naissance, mariage, pacs, deces, edf, facture, factures`,
  sante: `ameli, cpam, secu, securite sociale, assurance maladie, carte vitale, mutuelle, css, complementaire sante,
    doctolib, rendez vous medical, rdv medical, rendez vous medecin, medecin, docteur, mon espace sante, espace sante, sante`,
  emploi: `pole emploi, france travail, anpe, assedic, chomage, emploi, travail, cv, mission locale emploi,
    lettre de motivation, actualisation, auto entrepreneur, autoentrepreneur, micro entreprise, urssaf,
    creation d entreprise, creer mon entreprise, formation professionnelle, compte formation, cpf, recherche d emploi`,
  scolarite: `pronote, ent, ecole directe, educonnect, scolarite, parcoursup, bourse, bourses, crous, inscription scolaire,
    cantine, devoirs`,
  outils: `smartphone, telephone, telephone portable, tablette, ordinateur, pc, mail, mails, email, e mail, boite mail,
    gmail, orange, internet, whatsapp, word, excel, informatique, cours informatique, cours d informatique,
    formation informatique, cours d ordinateur, initiation informatique, atelier numerique, ateliers numeriques, messagerie, numerique,
    mot de passe, applications, android, iphone, souris, clavier`,
  securite: `arnaque, arnaques, phishing, hameconnage, piratage, virus, antivirus, cybermalveillance, achat en ligne,
    acheter en ligne, leboncoin, vinted, compte pirate, compte bancaire, banque`,
  acces: `wifi, wi fi, imprimante, imprimer, impression, photocopie, photocopies, scanner, cybercafe, cyber cafe,
    acces internet, ordinateur en libre acces, libre acces, cyberbase, connexion, espace public numerique, epn`,
  materiel: `ordinateur pas cher, pc pas cher, acheter un ordinateur, ordinateur d occasion, ordinateur reconditionne,
    reconditionne, telephone pas cher, don d ordinateur`,
  loisirs: `photo, photos, video, videos, jeux, jeux video, genealogie, facebook, instagram, reseaux sociaux, impression 3d,
    fablab, fab lab, intelligence artificielle, chatgpt, programmation, code`,
}

const DES_MOTS = new Map(
  (Object.entries(MOTS) as [CleBesoin, string][]).flatMap(([cle, mots]) =>
    mots.split(',').map((one): [string, CleBesoin] => [one.replace(/\s+/g, ' ').trim(), cle]),
  ),
)
const LONGEST = Math.max(...[...DES_MOTS.keys()].map((words) => words.split(' ').length))

/** What goes along with a need and names none. */
const AUTOUR = new Set(
  `a ai aide aider aides apprendre atelier ateliers cours debutant debutants formation au aux avec avoir besoin ce ces comment compte creer d dans de declarer declaration demande
  demander des du en espace et faire gratuit gratuite gratuitement gratuits j je l la le les leur ma me mes mon ne nous nouveau on ou par payer personnel
  pour probleme prendre quel qui refaire renouveler renouvellement rendez rdv sa ses site son sur un une utiliser vous`.split(
    /\s+/,
  ),
)

/** A need found in a text, and the words beside it: '' when the text names it and nothing else. */
export type BesoinLu = { cle: CleBesoin; reste: string }

/** The need that a text names ("caf", "refaire ma carte grise", "impots rodez"); null when it names none. */
export function readBesoin(text: string): BesoinLu | null {
  const words = fold(text).split(' ').filter(Boolean)
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const cle = DES_MOTS.get(words.slice(start, start + length).join(' '))
      if (cle === undefined) continue
      const others = [...words.slice(0, start), ...words.slice(start + length)]
      const reste = others.every((word) => AUTOUR.has(word) || DES_MOTS.has(word)) ? [] : trimmed(others)
      return { cle, reste: reste.join(' ') }
    }
  }
  return null
}

/** Without what goes along at its beginning: "a la caf de rodez" leaves "rodez". */
function trimmed(words: string[]): string[] {
  const from = words.findIndex((word) => !AUTOUR.has(word))
  return words.slice(from)
}
