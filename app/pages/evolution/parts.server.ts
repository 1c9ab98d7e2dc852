import { SANS_DATES } from '#app/domain/chiffres/dates.ts'
import type { Colonne, Ligne, Tableau, Valeur } from '#app/domain/chiffres/tableau.ts'
import { nomDe } from '#app/domain/chiffres.ts'
import { BILAN_VIDE, type Bilan } from '#app/domain/evolution/bilan.ts'
import { compte, formatDate, formatNombre, upperFirst } from '#app/domain/texte/format.ts'
import { RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import { type Comparaison, citee, type Evolution } from './evolution.server.ts'

type Part = { nom: string; code?: string; href?: string; bilan: Bilan }

/** The change by department, by region, by class of rurality: posts, then employers. */
export function partTableaux(comparaison: Comparaison, { departements, lieux, ruralite }: Evolution): Tableau[] {
  const { parDepartement, parRegion, parRuralite, deplaces } = comparaison
  const codes = departements.filter(({ code }) => parDepartement.has(code))
  const byDepartement = codes.map(({ code, nom }): Part => {
    return { nom, code, href: `/departements/${code}`, bilan: parDepartement.get(code) ?? BILAN_VIDE }
  })
  const noms = [...parRegion.keys()].sort(new Intl.Collator('fr').compare)
  const codeOf = new Map(departements.map(({ region, regionCode, code }) => [region ?? '', regionCode ?? code]))
  const byRegion = noms.map((nom): Part => {
    return { nom: nom || 'Hors région', code: nom && codeOf.get(nom), bilan: parRegion.get(nom) ?? BILAN_VIDE }
  })
  const byRuralite = RURALITES.map((classe): Part => {
    return { nom: RURALITE_LABELS[classe], bilan: parRuralite.get(classe) ?? BILAN_VIDE }
  })
  const notes = [siegeNote(ruralite), lieuxNote(lieux)].flatMap((note) => note ?? [])
  const sources = ruralite.source ? [citee(ruralite.source)] : []
  return [
    ...pair(comparaison, byDepartement, { id: 'departements', par: 'département', deplaces: deplaces.departement }),
    ...pair(comparaison, byRegion, { id: 'regions', par: 'région', deplaces: deplaces.region }),
    ...pair(comparaison, byRuralite, { id: 'ruralite', par: 'ruralité du siège', deplaces: deplaces.ruralite }).map(
      (tableau) => ({ ...tableau, notes: [...tableau.notes, ...notes], sources: [...tableau.sources, ...sources] }),
    ),
  ]
}

/** Two tables of the same parts: their posts, their employers. */
function pair(
  comparaison: Comparaison,
  parts: Part[],
  about: { id: string; par: string; deplaces: number },
): Tableau[] {
  const { de, a, ensemble } = comparaison
  const { id, par } = about
  const withCode = parts.some(({ code }) => code !== undefined)
  const nom: Colonne[] = [
    { cle: 'nom', nom: upperFirst(par), nature: 'texte' },
    ...(withCode ? [{ cle: 'code', nom: 'Code', nature: 'code' } as const] : []),
  ]
  const rows = (write: (bilan: Bilan) => Record<string, Valeur>): Ligne[] =>
    parts.map(({ nom, code, href, bilan }) => {
      return { href, valeurs: { nom, ...(withCode ? { code: code ?? null } : {}), ...write(bilan) } }
    })
  const common = { sources: [citee(de), citee(a)] }
  const dates = `du ${formatDate(de.date)} au ${formatDate(a.date)}`
  return [
    {
      ...common,
      id,
      titre: `Postes validés par ${par}, ${dates}`,
      colonnes: [...nom, ...changeColonnes(comparaison)],
      lignes: rows(postesOf),
      total: { valeurs: { nom: 'Ensemble', ...postesOf(ensemble) } },
      notes: postesNotes(comparaison, about.deplaces, par),
    },
    {
      ...common,
      id: `${id}-employeurs`,
      titre: `Employeurs par ${par}, ${dates}`,
      colonnes: [...nom, ...employeursColonnes(comparaison)],
      lignes: rows(employeursOf),
      total: { valeurs: { nom: 'Ensemble', ...employeursOf(ensemble) } },
      notes: [
        'Un employeur compte partout où il a des postes, et une seule fois dans l’ensemble. Les lignes sans SIRET ne sont pas comptées ici.',
      ],
    },
  ]
}

function postesOf({ avant, apres, apparus, disparus, sansAvant, sansApres }: Bilan) {
  const variation = avant === 0 ? null : (apres - avant) / avant
  const sans = sansApres - sansAvant
  return { alors: avant, maintenant: apres, ecart: apres - avant, variation, apparus, disparus, sans }
}

function employeursOf({ plus, autant, moins, nouveaux, sansPoste, absents }: Bilan) {
  const restes = plus + autant + moins
  const alors = { 'emp-alors': restes + sansPoste + absents, plus, autant, moins, 'sans-poste': sansPoste, absents }
  return { ...alors, nouveaux, 'emp-maintenant': restes + nouveaux }
}

function postesAu(date: string): string {
  return nomDe('postes', { ...SANS_DATES, structures: date })
}

export function postesColonnes({ de, a }: Pick<Comparaison, 'de' | 'a'>): Colonne[] {
  return [
    { cle: 'alors', nom: postesAu(de.date), nature: 'nombre' },
    { cle: 'maintenant', nom: postesAu(a.date), nature: 'nombre' },
    { cle: 'ecart', nom: 'Écart', nature: 'ecart' },
  ]
}

function changeColonnes(comparaison: Comparaison): Colonne[] {
  const { sansAvant, sansApres } = comparaison.ensemble
  return [
    ...postesColonnes(comparaison),
    { cle: 'variation', nom: 'Écart en %', nature: 'part' },
    { cle: 'apparus', nom: 'Postes apparus', nature: 'nombre' },
    { cle: 'disparus', nom: 'Postes qui n’apparaissent plus', nature: 'nombre' },
    ...(sansAvant + sansApres > 0
      ? [{ cle: 'sans', nom: 'Écart des lignes non suivies', nature: 'ecart' } as const]
      : []),
  ]
}

function employeursColonnes({ de, a, ensemble }: Comparaison): Colonne[] {
  return [
    { cle: 'emp-alors', nom: `Employeurs au ${formatDate(de.date)}`, nature: 'nombre' },
    { cle: 'plus', nom: 'Restés, avec plus de postes', nature: 'nombre' },
    { cle: 'autant', nom: 'Restés, avec autant', nature: 'nombre' },
    { cle: 'moins', nom: 'Restés, avec moins', nature: 'nombre' },
    ...(ensemble.sansPoste > 0
      ? [{ cle: 'sans-poste', nom: 'Dans la liste, avec 0 poste', nature: 'nombre' } as const]
      : []),
    { cle: 'absents', nom: 'N’apparaissent plus', nature: 'nombre' },
    { cle: 'nouveaux', nom: 'Nouveaux', nature: 'nombre' },
    { cle: 'emp-maintenant', nom: `Employeurs au ${formatDate(a.date)}`, nature: 'nombre' },
  ]
}

function postesNotes({ ensemble }: Comparaison, deplaces: number, par: string): string[] {
  const notes = [
    `Écart = postes apparus − postes qui n’apparaissent plus${ensemble.sansAvant + ensemble.sansApres > 0 ? ' + écart des lignes sans SIRET, que l’on ne peut pas suivre' : ''}. Apparus : ceux d’un nouvel employeur, ou en plus chez un employeur déjà présent.`,
  ]
  if (deplaces === 0) return notes
  const sujet = compte(deplaces, 'poste est passé', 'postes sont passés')
  return [
    ...notes,
    `Chez le même employeur, ${sujet} d’une ligne du tableau à une autre (${par}) : ce passage compte dans l’une comme un poste apparu, dans l’autre comme un poste qui n’apparaît plus. L’ensemble ne le compte pas.`,
  ]
}

function siegeNote({ estimee }: Evolution['ruralite']): string {
  const base =
    'Par siège de l’employeur : la ruralité est celle de la commune où la liste place les postes, avec la même grille aux deux dates. Une intercommunalité ou un département y compte pour la commune de son siège.'
  return estimee ? `${base} Classes : estimation d’après la population.` : base
}

function lieuxNote({ parRuralite, date }: Evolution['lieux']): string | null {
  const total = [...parRuralite.values()].reduce((n, one) => n + one, 0)
  if (total === 0 || date === null) return null
  const parts = RURALITES.map(
    (classe) => `${RURALITE_LABELS[classe].toLowerCase()} ${formatNombre(parRuralite.get(classe) ?? 0)}`,
  )
  return `Par lieu d’accueil, une seule liste est connue, celle du ${formatDate(date)} : son évolution ne peut pas être dite. Elle compte ${compte(total, 'lieu', 'lieux')} : ${parts.join(', ')}.`
}
