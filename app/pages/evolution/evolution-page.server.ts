import type { Barre } from '#app/dessin/barres-evolution.tsx'
import { readTri, sortTableau, type Tableau } from '#app/domain/chiffres/tableau.ts'
import { summarise } from '#app/domain/evolution/phrases.ts'
import { readTrier } from '#app/domain/parametres/trier.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { isSortable } from '#app/pages/evolution/tableaux.tsx'
import type { Db } from '#db/connect.server.ts'
import { type Comparaison, type Evolution, evolutionOf, sourcesCitees } from './evolution.server.ts'
import { evolutionTableaux } from './tableaux.server.ts'

/** Rows of a list of employers on the page; the file has all. */
const PREMIERS = 20

/** What the page draws: plain values, the long lists cut. `origine`: "https://…" without a final slash. */
export function evolutionPage(db: Db, params: URLSearchParams, origine: string) {
  const evolution = evolutionOf(db, params)
  const { comparaison, validations, millesimes, errors, recherche, isDefault } = evolution
  const entiers = evolutionTableaux(evolution)
  const ordre = readTrier(
    entiers.filter(({ id }) => isSortable(id)),
    params,
  )
  const { trier } = ordre
  const tableaux = entiers.map((tableau) => shorten(tableau, trier))
  return {
    ...{ errors: [...errors, ...ordre.errors], recherche, trier },
    listes: millesimes.map(({ date, postes }) => ({ date, postes })),
    periode: comparaison && { de: comparaison.de.date, a: comparaison.a.date },
    phrases: comparaison ? summarise(comparaison.ensemble, datesOf(comparaison)) : [],
    tableaux,
    barres: comparaison ? barresOf(evolution, comparaison) : null,
    validations: validations && {
      date: validations.millesime.date,
      mois: validations.mois,
      phrase: comparaison && keptPhrase(comparaison),
    },
    sources: sourcesCitees(evolution),
    titre: titreOf(comparaison),
    canonique: `${origine}/evolution${isDefault ? '' : recherche}`,
    permalien: `${origine}/evolution${recherche}`,
    vuLe: aujourdhui(),
  }
}

export function titreOf(comparaison: Comparaison | null): string {
  const titre = 'Évolution des postes de conseillers numériques'
  if (!comparaison) return titre
  const { de, a } = datesOf(comparaison)
  return `${titre}, du ${formatDate(de)} au ${formatDate(a)}`
}

/** The differences, greatest first. */
export function barresOf(
  { departements }: Pick<Evolution, 'departements'>,
  { parDepartement, parRegion }: Comparaison,
) {
  const noms = new Map(departements.map(({ code, nom }) => [code, `${nom} (${code})`]))
  const bars = (bilans: Comparaison['parRegion'], nomOf: (key: string) => string): Barre[] =>
    [...bilans]
      .map(([key, { avant, apres }]) => ({ nom: nomOf(key), valeur: apres - avant }))
      .sort((left, right) => right.valeur - left.valeur || left.nom.localeCompare(right.nom, 'fr'))
  return {
    departements: bars(parDepartement, (code) => noms.get(code) ?? code),
    regions: bars(parRegion, (nom) => nom || 'Hors région'),
  }
}

/** The later list does not hold all that was validated: its own dates cannot tell how many posts there were. */
function keptPhrase({ de, a, dejaValides, ensemble }: Comparaison): string {
  const gardes = compte(dejaValides, 'poste validé', 'postes validés')
  const phrase = `La liste du ${formatDate(a.date)} contient ${gardes} jusqu’au ${formatDate(de.date)} ; la liste de ce jour-là en comptait ${formatNombre(de.postes)}.`
  // Posts that their employer has kept at least; those of them that are not so old bear a new date.
  const kept = ensemble.avant - ensemble.disparus - ensemble.sansAvant
  return kept > dejaValides
    ? `${phrase} Des postes n’y apparaissent plus ; d’autres y portent une date plus récente.`
    : phrase
}

function datesOf({ de, a }: Comparaison) {
  return { de: de.date, a: a.date }
}

/** In the order asked, the lists of employers cut after their first rows. */
function shorten(tableau: Tableau, trier: string | null): Tableau {
  const count = tableau.lignes.length
  if (!tableau.id.startsWith('employeurs-') || count <= PREMIERS) return tableau
  const { lignes } = sortTableau(tableau, readTri(tableau, trier))
  const note = `Les ${PREMIERS} premiers sont montrés ici, sur ${compte(count, 'employeur', 'employeurs')} : les fichiers les contiennent tous.`
  return { ...tableau, lignes: lignes.slice(0, PREMIERS), notes: [note, ...tableau.notes] }
}
