import { type Dates, dater } from '#app/domain/chiffres/dates.ts'
import type { Colonne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { part, pour10000 } from '#app/domain/chiffres/taux.ts'
import { nomDe } from '#app/domain/chiffres.ts'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { type Comptes, noComptes, sumComptes } from '#app/domain/couverture/comptes.ts'
import { CREDIT_ADRESSES } from '#app/domain/geocodage/geocodeur.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import {
  type Kind,
  PRECISION_LABELS,
  PRECISIONS,
  RURALITE_LABELS,
  RURALITES,
  SEVERITY_LABELS,
} from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import {
  comptesByRuralite,
  correctionsOf,
  countByPrecision,
  type Rapprochement,
  rapprochementOf,
} from '#db/methode.server.ts'
import { datesOf, listSources } from '#db/sources.server.ts'

const FICHIERS: Record<Kind, string> = {
  structures: 'Postes validés',
  lieux: 'Lieux',
  communes: 'Communes',
  densite: 'Grille de l’Insee',
  frr: 'France Ruralités Revitalisation',
  'france-services': 'France services',
}

/** The tables of /methode, by name. */
export function methodeTableaux(db: Db) {
  const all = listSources(db)
  const citees = (...kinds: Kind[]): SourceCitee[] => all.filter((one) => one.courante && kinds.includes(one.kind))
  return {
    fichiers: fichiers(all),
    corrections: corrections(db, citees('structures', 'lieux', 'communes', 'densite', 'frr', 'france-services')),
    lectures: lectures(comptesByRuralite(db), datesOf(db), citees('lieux', 'structures', 'communes', 'densite')),
    positions: positions(db, citees('lieux')),
    rapprochement: rapprochement(rapprochementOf(db), datesOf(db), citees('lieux', 'structures')),
  }
}

function fichiers(all: ReturnType<typeof listSources>): Tableau {
  return {
    id: 'fichiers-lus',
    titre: 'Lignes lues, gardées, rejetées et corrigées dans chaque fichier',
    colonnes: [
      texte('fichier', 'Fichier'),
      texte('titre', 'Titre'),
      texte('date', 'Données du'),
      texte('licence', 'Licence'),
      nombre('lues', 'Lignes lues'),
      nombre('gardees', 'Gardées'),
      nombre('rejetees', 'Rejetées'),
      nombre('corrigees', 'Corrigées'),
    ],
    lignes: all.map(({ kind, titre, date, licence, courante, lues, gardees, rejetees, corrigees }) => {
      const fichier = courante ? FICHIERS[kind] : `${FICHIERS[kind]} (ancien fichier)`
      return { valeurs: { fichier, titre, date: formatDate(date), licence, lues, gardees, rejetees, corrigees } }
    }),
    notes: [
      'Une ligne lue est gardée ou rejetée, jamais oubliée. Une ligne corrigée a au moins une cellule réécrite.',
      'Un ancien fichier ne sert qu’à l’évolution. Ses postes ne sont jamais ajoutés aux totaux.',
    ],
    sources: all.filter(({ courante }) => courante),
  }
}

function corrections(db: Db, sources: SourceCitee[]): Tableau {
  return {
    id: 'corrections-par-fichier',
    titre: 'Ce qui a été remarqué ou corrigé dans les fichiers en vigueur',
    colonnes: [
      texte('fichier', 'Fichier'),
      texte('phrase', 'Ce qui est remarqué ou corrigé'),
      texte('gravite', 'Gravité'),
      nombre('lignes', 'Lignes'),
      nombre('cellules', 'Cellules'),
    ],
    lignes: correctionsOf(db).map(({ kind, phrase, severity, lignes, cellules }) => {
      return { valeurs: { fichier: FICHIERS[kind], phrase, gravite: SEVERITY_LABELS[severity], lignes, cellules } }
    }),
    notes: ['Chaque remarque est aussi écrite sur la page du lieu, avec la ligne telle que publiée.'],
    sources,
  }
}

function lectures(classes: Map<string, Comptes>, dates: Dates, sources: SourceCitee[]): Tableau {
  const all = sumComptes([...classes.values()])
  const valeursOf = (nom: string, { lieux, postes, population }: Comptes) => ({
    classe: nom,
    population,
    lieux,
    part_lieux: part(lieux, all.lieux),
    taux_lieux: pour10000(lieux, population),
    postes,
    part_postes: part(postes, all.postes),
    taux_postes: pour10000(postes, population),
  })
  return {
    id: 'deux-lectures',
    titre: 'Les deux lectures, par classe de commune',
    colonnes: [
      texte('classe', 'Classe'),
      nombre('lieux', nomDe('lieux', dates)),
      { cle: 'part_lieux', nom: 'Part des lieux, par lieu d’accueil', nature: 'part' },
      { cle: 'taux_lieux', nom: 'Lieux pour 10 000 habitants, par lieu d’accueil', nature: 'taux' },
      nombre('population', nomDe('population', dates)),
      nombre('postes', nomDe('postes', dates)),
      { cle: 'part_postes', nom: 'Part des postes validés, par siège de l’employeur', nature: 'part' },
      { cle: 'taux_postes', nom: 'Postes validés pour 10 000 habitants, par siège de l’employeur', nature: 'taux' },
    ],
    lignes: RURALITES.map((classe) => ({
      valeurs: valeursOf(RURALITE_LABELS[classe], classes.get(classe) ?? noComptes()),
    })),
    total: { valeurs: valeursOf('Ensemble', all) },
    notes: [
      'Non classé : la grille ne dit rien de la commune, ou le fichier ne dit pas laquelle, parmi des communes de classes différentes.',
      'Les quatre classes font le total.',
    ],
    sources,
  }
}

function positions(db: Db, sources: SourceCitee[]): Tableau {
  const counts = countByPrecision(db)
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return {
    id: 'positions-des-lieux',
    titre: dater('Les lieux {connus}, selon la précision de leur position', datesOf(db)),
    colonnes: [
      texte('precision', 'Précision'),
      nombre('lieux', nomDe('lieux', datesOf(db))),
      { cle: 'part', nom: 'Part', nature: 'part' },
    ],
    lignes: PRECISIONS.flatMap((precision) => {
      const lieux = counts.get(precision) ?? 0
      return lieux > 0 ? [{ valeurs: { precision: PRECISION_LABELS[precision], lieux, part: part(lieux, total) } }] : []
    }),
    total: { valeurs: { precision: 'Ensemble', lieux: total, part: part(total, total) } },
    notes: counts.has('geocodee') ? [`${CREDIT_ADRESSES}.`] : [],
    sources,
  }
}

function rapprochement(counts: Rapprochement, dates: Dates, sources: SourceCitee[]): Tableau {
  const { lieux: total, siret, siren, inconnus, sansIdentifiant } = counts
  const ligne = (comment: string, lieux: number) => {
    return { valeurs: { comment, lieux, part: part(lieux, total) } }
  }
  return {
    id: 'rapprochement-des-lieux',
    titre: dater('Les lieux {connus}, selon la façon dont leur employeur a été trouvé', dates),
    colonnes: [
      texte('comment', 'Employeur'),
      nombre('lieux', nomDe('lieux', dates)),
      { cle: 'part', nom: 'Part', nature: 'part' },
    ],
    lignes: [
      ligne('Trouvé : même SIRET', siret),
      ligne('Probable : même SIREN, dans le même département', siren),
      ligne('Non trouvé : le SIRET ou le SIREN du lieu n’est pas dans le fichier des postes', inconnus),
      ligne('Non trouvé : le lieu ne publie ni SIRET, ni SIREN', sansIdentifiant),
    ],
    total: ligne('Ensemble', total),
    notes: [],
    sources,
  }
}

function texte(cle: string, nom: string): Colonne {
  return { cle, nom, nature: 'texte' }
}

function nombre(cle: string, nom: string): Colonne {
  return { cle, nom, nature: 'nombre' }
}
