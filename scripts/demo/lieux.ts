import { dateUtc } from '#app/domain/texte/date.ts'
import { inventCourriel, inventSite, inventTelephone } from '#scripts/demo/contact.ts'
import type { LieuRow } from '#scripts/demo/files.ts'
import { inventHoraires } from '#scripts/demo/hours.ts'
import { inventKind, KINDS, type Kind } from '#scripts/demo/kinds.ts'
import { inventOffer } from '#scripts/demo/offer.ts'
import { between, chance, pick, pickWeighted, type Random } from '#scripts/demo/random.ts'
import { AGES, PRESENT, PROGRAMMES } from '#scripts/demo/shares.ts'
import { NO_PIVOT, type Slot } from '#scripts/demo/slots.ts'
import type { CommuneDemo } from '#scripts/demo/territory.ts'
import { COMPLEMENTS, STREETS, slugOf } from '#scripts/demo/words.ts'

const DAY_MS = 86_400_000
const KM_PER_DEGREE = 111.2
// Smaller communes are smaller: their places stand closer to the centre.
const SCATTER_KM = { rural: 0.9, intermediaire: 1.6, urbain: 2.8 }

const OTHER_NETWORKS: [{ programme: string; source: string }, number][] = [
  [{ programme: 'France Services', source: 'France Services' }, 30],
  [{ programme: 'Aidants Connect', source: 'dora' }, 12],
  [{ programme: "Point d'accès numérique CAF", source: 'Hinaura' }, 8],
  [{ programme: 'Relais numérique (Emmaüs Connect)', source: 'fredo' }, 4],
  [{ programme: '', source: 'RhinOcc' }, 6],
]

function inventUuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => between(random, 0, 15).toString(16))
  hex[12] = '4'
  hex[16] = pick(random, ['8', '9', 'a', 'b'])
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Near the centre of the commune; empty where it is unknown. */
export function inventPosition(
  random: Random,
  { centre, ruralite }: CommuneDemo,
): { latitude: string; longitude: string } {
  if (!centre) return { latitude: '', longitude: '' }
  const km = SCATTER_KM[ruralite] * random()
  const bearing = 2 * Math.PI * random()
  const parallel = Math.cos((centre.latitude * Math.PI) / 180)
  const latitude = centre.latitude + (km * Math.cos(bearing)) / KM_PER_DEGREE
  const longitude = centre.longitude + (km * Math.sin(bearing)) / (KM_PER_DEGREE * parallel)
  return { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) }
}

function inventDate(random: Random, date: string): string {
  const [from, to] = pickWeighted(random, AGES)
  return dateUtc(Date.parse(`${date}T00:00:00Z`) - between(random, from, to) * DAY_MS)
}

function sometimes(random: Random, share: number, text: string): string {
  return chance(random, share) ? text : ''
}

function presentation(
  random: Random,
  { is }: Kind,
  commune: CommuneDemo,
): Pick<LieuRow, 'presentation_resume' | 'presentation_detail'> {
  const resume = `Une ${is} d’exemple : un conseiller numérique vous aide à ${commune.nom}, seul ou en groupe.`
  return {
    presentation_resume: sometimes(random, 0.35, resume.replace(/^Une (centre|tiers|espace|bus)/, 'Un $1')),
    presentation_detail: sometimes(
      random,
      0.12,
      'Ateliers chaque semaine : découvrir l’ordinateur, envoyer un message, protéger ses comptes. Texte de démonstration.',
    ),
  }
}

function contact(
  random: Random,
  nom: string,
  commune: CommuneDemo,
): Pick<LieuRow, 'telephone' | 'courriels' | 'site_web'> {
  const telephone = inventTelephone(random, commune.departement, commune.region)
  return {
    // A little above the measured share: overseas places have no number at all.
    telephone: sometimes(random, PRESENT.telephone + 0.03, telephone),
    courriels: sometimes(random, PRESENT.courriels, inventCourriel(random, nom)),
    site_web: sometimes(random, PRESENT.siteWeb, inventSite(random, nom)),
  }
}

function describe(
  random: Random,
  slot: Slot,
  kind: Kind,
  date: string,
): Omit<LieuRow, 'id' | 'source' | 'dispositif_programmes_nationaux'> {
  const { commune, employer, pivot } = slot
  const nom = kind.nom(random, commune)
  return {
    pivot,
    nom,
    commune: commune.nom,
    code_postal: pick(random, commune.codesPostaux),
    code_insee: commune.code,
    adresse: `${between(random, 1, 90)} ${pick(random, STREETS)}`,
    complement_adresse: sometimes(random, 0.12, pick(random, COMPLEMENTS)),
    ...inventPosition(random, commune),
    typologie: kind.typologie,
    ...contact(random, nom, commune),
    horaires: sometimes(random, PRESENT.horaires, inventHoraires(random)),
    ...presentation(random, kind, commune),
    structure_parente: sometimes(random, 0.1, employer?.nom ?? ''),
    date_maj: inventDate(random, date),
    ...inventOffer(random, kind === KINDS.bus),
    fiche_acces_libre: sometimes(random, 0.12, `https://acces-libre.example/fiche/${slugOf(nom)}/`),
    prise_rdv: sometimes(random, 0.1, `https://rendez-vous.example/${slugOf(nom)}`),
  }
}

/** A place where a conseiller numérique receives people; `date` is the file's (YYYY-MM-DD). */
export function inventLieu(random: Random, slot: Slot, date: string): LieuRow {
  const kind = inventKind(random, slot.employer)
  const programmes =
    kind === KINDS.franceServices ? ['Conseillers numériques', 'France Services'] : pickWeighted(random, PROGRAMMES)
  const merged = sometimes(random, 0.05, `__dora_${slugOf(slot.commune.nom)}-${between(random, 100, 999)}`)
  return {
    ...describe(random, slot, kind, date),
    id: `Coop-numérique_${inventUuid(random)}${merged}`,
    source: 'Coop numérique',
    dispositif_programmes_nationaux: programmes.join('|'),
  }
}

/** A place of another network in the same file: kept beside the others, in none of the counts. */
export function inventOtherLieu(random: Random, commune: CommuneDemo, date: string): LieuRow {
  const { programme, source } = pickWeighted(random, OTHER_NETWORKS)
  const kind = programme === 'France Services' ? KINDS.franceServices : inventKind(random, null)
  return {
    ...describe(random, { commune, employer: null, pivot: NO_PIVOT }, kind, date),
    presentation_resume: '',
    presentation_detail: '',
    id: `${source.replaceAll(' ', '-')}_${inventUuid(random).slice(0, 8)}`,
    source,
    dispositif_programmes_nationaux: programme,
  }
}
