import { createRandom, type Random } from '#app/domain/scenarios/hasard.ts'
import { inventCourriel, inventTelephone } from '#scripts/demo/contact.ts'
import type { FranceServicesRow } from '#scripts/demo/files.ts'
import { AFTERNOONS, MORNINGS } from '#scripts/demo/hours.ts'
import { inventPosition } from '#scripts/demo/lieux.ts'
import { between, chance, pick, pickWeighted } from '#scripts/demo/random.ts'
import { type CommuneDemo, placeWeight, type Territory } from '#scripts/demo/territory.ts'
import { COMPLEMENTS, NATURE, ofName, STREETS, VALLEYS } from '#scripts/demo/words.ts'

// A draw of its own: the other files keep their bytes.
const SEED = 20240801

/** Shares of the official list of August 2024. */
const FORMATS: [format: string, weight: number][] = [
  ['Fixe', 84],
  ['Multisites', 6],
  ['Bus_équivalent', 5],
  ['Fixe_antenne(s)', 4],
  ['Itinérante', 1],
]
const PRESENT = { horaires: 0.98, samedi: 0.3, rendezVous: 0.35, commentaire: 0.29, antenne: 0.04, complement: 0.12 }
const COMMENTS = [
  'Prise de rendez-vous conseillée',
  'Sur rendez-vous',
  'Fermé les jours fériés',
  'Parking devant l’entrée',
]

/** `count` invented France services, each in a commune of its own. */
export function inventFranceServices(territory: Territory, count: number): FranceServicesRow[] {
  const random = createRandom(SEED)
  const left = new Map<CommuneDemo, number>()
  for (const commune of territory.communes.values()) if (commune.centre) left.set(commune, placeWeight(commune))
  return Array.from({ length: count }, (_, rang) => {
    const commune = pickWeighted(random, [...left])
    left.delete(commune)
    return inventOne(random, commune, rang + 1)
  })
}

function inventOne(random: Random, commune: CommuneDemo, rang: number): FranceServicesRow {
  const format = pickWeighted(random, FORMATS)
  const nom = inventNom(random, commune, format)
  return {
    id_fs: String(rang),
    insee_dep: commune.departement,
    lib_fs: nom,
    adresse: `${between(random, 1, 90)} ${pick(random, STREETS)}`,
    complement_adresse: sometimes(random, PRESENT.complement, pick(random, COMPLEMENTS)),
    insee_com: commune.code,
    code_postal: pick(random, commune.codesPostaux),
    lib_com: commune.nom,
    ...inventPosition(random, commune),
    mail: inventCourriel(random, nom),
    telephone: nationally(inventTelephone(random, commune.departement, commune.region)),
    ...inventWeek(random),
    prise_rdv: chance(random, PRESENT.rendezVous) ? 'Oui' : 'Non',
    commentaire: sometimes(random, PRESENT.commentaire, pick(random, COMMENTS)),
    type_fs: chance(random, PRESENT.antenne) ? 'Antenne' : 'Principal',
    format_fs: format,
    groupe_fs: '',
    labellisation_fs: `Espace labellisé 01/${String(between(random, 1, 12)).padStart(2, '0')}/${between(random, 2020, 2025)}`,
  }
}

function inventNom(random: Random, { nom }: CommuneDemo, format: string): string {
  if (format === 'Bus_équivalent') return `Bus France services ${pick(random, VALLEYS)}`
  if (chance(random, 0.5)) return `France services ${ofName(nom)} (exemple)`
  return `France services ${pick(random, [...VALLEYS, ...NATURE])}`
}

/** "+33199001234" → "01 99 00 12 34", as the list writes them. */
function nationally(telephone: string): string {
  return telephone.replace(/^\+33/, '0').replace(/(\d\d)(?=\d)/g, '$1 ')
}

function inventWeek(random: Random) {
  const known = chance(random, PRESENT.horaires)
  const [morning, afternoon] = [slot(pick(random, MORNINGS)), slot(pick(random, AFTERNOONS))]
  const closed = between(random, 0, 9)
  const day = (rang: number) => (!known || rang === closed ? '' : `${morning} / ${afternoon}`)
  return {
    h_lundi: day(0),
    h_mardi: day(1),
    h_mercredi: day(2),
    h_jeudi: day(3),
    h_vendredi: day(4),
    h_samedi: known ? sometimes(random, PRESENT.samedi, morning) : '',
  }
}

function slot(hours: string): string {
  return hours.replace('-', ' - ')
}

function sometimes(random: Random, share: number, text: string): string {
  return chance(random, share) ? text : ''
}
