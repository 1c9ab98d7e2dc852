import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { type Sort, sortEnsemble, sumPostes } from '#app/domain/evolution/bilan.ts'
import { formatMois } from '#app/domain/evolution/phrases.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { employeurTableaux } from './employeurs.server.ts'
import { type Comparaison, citee, type Evolution, type Validations } from './evolution.server.ts'
import { partTableaux, postesColonnes } from './parts.server.ts'

/** Every table of the page, in its order: none of a comparison without two files. */
export function evolutionTableaux(evolution: Evolution): Tableau[] {
  const { comparaison, validations } = evolution
  return [
    ...(comparaison ? [listesTableau(evolution), ...comparaisonTableaux(comparaison, evolution)] : []),
    ...(validations && validations.mois.length > 0 ? [validationsTableau(validations)] : []),
  ]
}

const made = new WeakMap<Comparaison, Tableau[]>()

/** Made once: the comparison of two lists of a database is one object. */
function comparaisonTableaux(comparaison: Comparaison, evolution: Evolution): Tableau[] {
  const known = made.get(comparaison)
  if (known !== undefined) return known
  const tableaux = [
    bilanTableau(comparaison),
    ...partTableaux(comparaison, evolution),
    ...employeurTableaux(comparaison, evolution.departements),
  ]
  made.set(comparaison, tableaux)
  return tableaux
}

/** The posts of every list known, those between the two dates included. */
function listesTableau({ millesimes }: Evolution): Tableau {
  return {
    id: 'listes',
    titre: 'Postes validés, liste par liste',
    colonnes: [
      { cle: 'date', nom: 'Date de la liste', nature: 'texte' },
      { cle: 'postes', nom: 'Postes validés', nature: 'nombre' },
      { cle: 'depuis', nom: 'Écart avec la liste d’avant', nature: 'ecart' },
    ],
    lignes: millesimes.map(({ date, postes }, rang) => {
      const previous = millesimes[rang - 1]
      return { valeurs: { date: formatDate(date), postes, depuis: previous ? postes - previous.postes : null } }
    }),
    notes: ['Entre deux listes, rien n’est connu : la ligne du dessin ne fait que les relier.'],
    sources: millesimes.map(citee),
  }
}

/** An employer whose posts were withdrawn keeps its row. */
const SANS_POSTE = 'Dans la liste, avec 0 poste'

/** Where each post of both lists went: what adds up. */
function bilanTableau({ employeurs, ensemble, ...periode }: Comparaison): Tableau {
  const lignes: [nom: string, sort: Sort][] = [
    ['Dans les deux listes, avec plus de postes', 'plus'],
    ['Dans les deux listes, avec autant de postes', 'autant'],
    ['Dans les deux listes, avec moins de postes', 'moins'],
    ['Nouveaux dans la liste', 'nouveaux'],
    ...(ensemble.sansPoste > 0 ? [[SANS_POSTE, 'sansPoste'] as [string, Sort]] : []),
    ['N’apparaissent plus dans la liste', 'absents'],
  ]
  const rows = lignes.map(([nom, sort]) => {
    const found = employeurs.filter((one) => sortEnsemble(one) === sort)
    const [alors, maintenant] = [found.flatMap(({ avant }) => avant), found.flatMap(({ apres }) => apres)].map(
      sumPostes,
    )
    const postes = { alors: alors as number, maintenant: maintenant as number }
    return { valeurs: { nom, employeurs: found.length, ...postes, ecart: postes.maintenant - postes.alors } }
  })
  const { sansAvant, sansApres } = ensemble
  const sans = { nom: 'Lignes sans SIRET, non suivies', employeurs: null, alors: sansAvant, maintenant: sansApres }
  return {
    id: 'bilan',
    titre: 'Ce que sont devenus les employeurs et leurs postes validés',
    colonnes: [
      { cle: 'nom', nom: 'Employeurs', nature: 'texte' },
      { cle: 'employeurs', nom: 'Nombre d’employeurs', nature: 'nombre' },
      ...postesColonnes(periode),
    ],
    lignes: [...rows, { valeurs: { ...sans, ecart: sansApres - sansAvant } }],
    total: {
      valeurs: {
        ...{ nom: 'Ensemble', employeurs: rows.reduce((n, { valeurs }) => n + valeurs.employeurs, 0) },
        ...{ alors: ensemble.avant, maintenant: ensemble.apres },
        ecart: ensemble.apres - ensemble.avant,
      },
    },
    notes: [
      'Un employeur est suivi par son numéro SIRET, ou à défaut par son numéro SIREN dans le même département. Une ligne sans SIRET ne peut pas être suivie : ses postes comptent dans l’ensemble.',
    ],
    sources: [citee(periode.de), citee(periode.a)],
  }
}

function validationsTableau({ millesime, mois, sansDate }: Validations): Tableau {
  const without = compte(sansDate, 'poste sans date', 'postes sans date')
  return {
    id: 'validations',
    titre: `Postes de la liste du ${formatDate(millesime.date)}, par mois de validation`,
    colonnes: [
      { cle: 'mois', nom: 'Mois de la validation', nature: 'texte' },
      { cle: 'postes', nom: 'Postes validés ce mois', nature: 'nombre' },
      { cle: 'cumul', nom: 'Depuis le début', nature: 'nombre' },
    ],
    lignes: mois.map((ligne) => ({ valeurs: { ...ligne, mois: formatMois(ligne.mois) } })),
    notes: [
      'Date de la décision du comité de sélection, telle que la liste la donne.',
      ...(sansDate > 0 ? [`${without} de validation : hors de ce tableau.`] : []),
    ],
    sources: [citee(millesime)],
  }
}
