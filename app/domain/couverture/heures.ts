import { NOTES } from '../chiffres/table.ts'
import type { Tableau } from '../chiffres/tableau.ts'
import { colonneDe } from '../chiffres.ts'
import { chiffresOf, sumComptes, type Territoire } from './comptes.ts'
import { type Contexte, notesRuralite } from './contexte.ts'
import { classesOf } from './ruralite.ts'

const CLES = ['heures', 'heures-10000', 'population', 'lieux-horaires', 'lieux', 'heures-par-lieu'] as const

/** A row per class: how many hours a week places publish, by whom. */
export function tableauHeures(territoires: readonly Territoire[], contexte: Contexte): Tableau {
  const cellules = territoires.flatMap((territoire) => territoire.cellules)
  const ligne = (classe: string, some: Territoire['cellules']) => {
    // A class of communes may have nobody: that is counted, not unknown.
    return { valeurs: { ...chiffresOf(some), population: sumComptes(some).population, classe } }
  }
  return {
    id: 'heures',
    titre: 'Heures d’ouverture publiées, selon la ruralité',
    colonnes: [
      { cle: 'classe', nom: 'Communes', nature: 'texte' },
      ...CLES.map((cle) => colonneDe(cle, contexte.dates)),
    ],
    lignes: classesOf(contexte.niveaux).map(({ nom, holds }) => ligne(nom, cellules.filter(holds))),
    total: ligne('Ensemble', cellules),
    notes: [NOTES.heures, ...notesRuralite(contexte)],
    sources: [...contexte.sources.lieux, ...contexte.sources.communes, ...contexte.sources.densite],
  }
}
