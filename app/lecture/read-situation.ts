import { fuseauDe } from '#app/domain/horaires/fuseaux.ts'
import { present } from '#app/domain/texte/absent.ts'
import type { Emplacement } from './emplacement.ts'
import { locateLieu } from './locate.ts'
import { readAdresse } from './normalise/adresse.ts'
import { borneDe } from './normalise/bornes.ts'
import { confirmZero, readCodeInsee, readCodePostal } from './normalise/codes.ts'
import { readCoordinates } from './normalise/coordonnees.ts'
import type { Journal } from './normalise/journal.ts'
import { readTelephone } from './normalise/telephone.ts'
import { readText } from './normalise/text.ts'
import type { Territoire } from './territoire.ts'

/** Which place a row is about, where it is, and what depends on where. */
export type Situe = {
  nom: string
  place: Emplacement
  communeNom: string | null
  codePostal: string | null
  adresse: string | null
  complementAdresse: string | null
  telephone: string | null
  fuseau: string
}

type Cells = Record<string, string>

/** What two kinds of files call otherwise; the rest of an address has one name in both. */
type Colonnes = { nom: string; commune: string; codeInsee: string }

/** Null when the row has no name or nothing places it, which the journal says. */
export function readSitue(cells: Cells, colonnes: Colonnes, territoire: Territoire, journal: Journal): Situe | null {
  const nom = readText(cells, colonnes.nom, journal)
  // A `0` in a name's place is absent.
  if (nom === null || /^0+$/.test(nom)) {
    journal.note(colonnes.nom, 'nom.absent', cells[colonnes.nom] ?? null)
    return null
  }
  const codeInsee = readCodeInsee(cells, journal, colonnes.codeInsee)
  const lu = readCodePostal(cells, journal)
  const publie = readText(cells, colonnes.commune, journal)
  const codePostal = codeInsee === null ? believeZero(lu, publie, territoire, journal) : lu
  const said = {
    codeInsee,
    codePostal,
    communeNom: publie,
    adresse: present(cells.adresse?.slice(0, 2 * borneDe('adresse'))),
  }
  const place = locateLieu(said, readCoordinates(cells, journal), territoire, underOwnNames(colonnes, journal))
  if (place === null) return null
  const communeNom = place.commune?.nom ?? publie
  return {
    nom,
    place,
    communeNom,
    codePostal: confirmZero(codePostal, journal),
    adresse: readAdresse(cells, journal, [publie, communeNom]),
    complementAdresse: readText(cells, 'complement_adresse', journal),
    telephone: readTelephone(cells, 'telephone', journal, place.departement),
    fuseau: fuseauDe(place.departement, place.commune?.code ?? null),
  }
}

/**
 * A zero given back is a guess ("1130" is 01130, or 11300 less a zero): the name of one commune of France, which is
 * nowhere near it, is believed before it.
 */
function believeZero(
  codePostal: string | null,
  nom: string | null,
  { noms, communesOfCodePostal, isOfCodePostal }: Territoire,
  journal: Journal,
): string | null {
  const guess = journal.anomalies.find(({ code }) => code === 'code_postal.zero_perdu')
  const [only, ...others] = nom === null ? [] : noms.named(nom)
  if (!guess || !nom || !only || others.length > 0 || isOfCodePostal(only, codePostal)) return codePostal
  const here = communesOfCodePostal(codePostal)
  const known = noms.near(nom, here, 2) ?? noms.alike(nom, here) ?? noms.formerly(nom).find((one) => here.includes(one))
  if (known) return codePostal
  journal.anomalies.splice(journal.anomalies.indexOf(guess), 1)
  journal.note(guess.field, 'code_postal.invalide', guess.raw)
  return null
}

/** What is said of a commune and of its code, said of the columns that the file has for them. */
function underOwnNames({ commune, codeInsee }: Colonnes, journal: Journal): Journal {
  const names: Record<string, string> = { commune, code_insee: codeInsee }
  return { ...journal, note: (field, ...rest) => journal.note(names[field] ?? field, ...rest) }
}
