import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import { sumPostes } from '#app/domain/evolution/bilan.ts'
import { formatMois } from '#app/domain/evolution/phrases.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { employeurTableaux } from './employeurs.server.ts'
import { type Comparaison, citee, type Evolution, type Validations } from './evolution.server.ts'
import { partTableaux, postesColonnes } from './parts.server.ts'

/** Every table of the page, in its order: none of a comparison without two files. */
export function evolutionTableaux(evolution: Evolution): Tableau[] {
  const { comparaison, validations } = evolution
  return [
    ...(comparaison ? [listesTableau(evolution)] : []),
    ...(comparaison ? [bilanTableau(comparaison), ...partTableaux(comparaison, evolution)] : []),
    ...(comparaison ? employeurTableaux(comparaison, evolution.departements) : []),
    ...(validations && validations.mois.length > 0 ? [validationsTableau(validations)] : []),
  ]
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

/** Where each post of both lists went: what adds up. */
function bilanTableau({ employeurs, ensemble, ...periode }: Comparaison): Tableau {
  const lignes = [
    ['Dans les deux listes, avec plus de postes', (avant: number, apres: number) => avant > 0 && apres > avant],
    ['Dans les deux listes, avec autant de postes', (avant: number, apres: number) => avant > 0 && apres === avant],
    ['Dans les deux listes, avec moins de postes', (avant: number, apres: number) => apres > 0 && apres < avant],
    ['Nouveaux dans la liste', (avant: number) => avant === 0],
    ['N’apparaissent plus dans la liste', (_: number, apres: number) => apres === 0],
  ] as const
  const sommes = employeurs.map(({ avant, apres }) => [sumPostes(avant), sumPostes(apres)] as const)
  const rows = lignes.map(([nom, suits]) => {
    const found = sommes.filter(([avant, apres]) => suits(avant, apres))
    const [alors, maintenant] = [found.reduce((n, [avant]) => n + avant, 0), found.reduce((n, [, now]) => n + now, 0)]
    return { valeurs: { nom, employeurs: found.length, alors, maintenant, ecart: maintenant - alors } }
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
        ...{ nom: 'Ensemble', employeurs: employeurs.length, alors: ensemble.avant, maintenant: ensemble.apres },
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
