import type { Barre } from '#app/dessin/barres-scenario.tsx'
import { dater } from '#app/domain/chiffres/dates.ts'
import { nomCourt } from '#app/domain/chiffres.ts'
import { readTrier } from '#app/domain/parametres/trier.ts'
import { ECHO_MAX } from '#app/domain/parametres.ts'
import { type DemandeDeScenario, GRAINE_MAX, readDemande, writeDemande } from '#app/domain/scenarios/demande.ts'
import {
  drawAgainLines,
  hypotheseOf,
  partProche,
  resumeDesTirages,
  resumeOf,
  sujetOf,
  titreOf,
  UN_PARMI_DAUTRES,
} from '#app/domain/scenarios/phrases.ts'
import type { Resultat } from '#app/domain/scenarios/resultat.ts'
import {
  type Contexte,
  tableauCommunes,
  tableauDepartements,
  tableauNational,
  tableauRuralite,
  tableauTirages,
} from '#app/domain/scenarios/tableaux.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { RURALITE_LABELS, RURALITES } from '#app/domain/vocabulary.ts'
import type { Choisir } from '#app/pages/scenarios/choix-scenario.tsx'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { rememberChoice } from '#db/memoire.server.ts'
import { paysOf, plageDesTirages, scenario } from '#db/scenarios.server.ts'
import { currentSource, datesOf, metaOf, postesSource } from '#db/sources.server.ts'

/** The scenario of an address: what was asked and what it gives. Each part is null when the address asks nothing, or wrongly. */
export async function scenarioOf(db: Db, params: URLSearchParams) {
  const departements = departementNoms(db)
  const { pays } = paysOf(db)
  const { demande, errors } = readDemande(params, { postes: pays.postes.length, departements })
  const titre = titreOf(demande, { departements })
  const date = postesSource(db)?.date ?? null
  const manque = manqueOf(db, demande, date)
  const lecture =
    demande === null || date === null || manque !== null ? null : await rememberChoice(db, demande, lectureOf)
  const recherche = demande === null ? '' : writeDemande(demande).toString()
  const ordre = readTrier(lecture?.tableaux ?? [], params)
  return {
    ...{ demande, errors: [...errors, ...ordre.errors], titre, manque, lecture, recherche, trier: ordre.trier },
    ...{ sources: citees(db, demande), choisir: chooserOf() },
  }

  function chooserOf(): Choisir {
    return {
      postes: pays.postes.length,
      date: date ?? '',
      departements: [...departements].map(([code, nom]) => ({ code, nom })),
      saisie: saisieOf(params, demande),
    }
  }
}

/** The sentence that says which file is missing, or null. */
function manqueOf(db: Db, demande: DemandeDeScenario | null, date: string | null): string | null {
  if (date === null) return 'Le fichier des postes n’est pas importé : aucun scénario ne peut être calculé.'
  if (demande !== null && currentSource(db, 'lieux') === null)
    return 'Le fichier des lieux n’est pas importé : ce scénario ne peut pas être calculé.'
  if (demande?.fin === 'hors-frr' && currentSource(db, 'frr') === null)
    return 'Le fichier des communes classées France Ruralités Revitalisation n’est pas importé : ce scénario ne peut pas être calculé.'
  return null
}

async function lectureOf(db: Db, demande: DemandeDeScenario) {
  const departements = departementNoms(db)
  const resultat = scenario(db, demande)
  const { ruraliteEstimee } = metaOf(db)
  const sujet = sujetOf(demande, { departements })
  const hypothese = hypotheseOf(resultat, demande)
  const dates = datesOf(db)
  const tirage = demande.fin === 'tirage' ? demande.graine : null
  const sources = citees(db, demande)
  const contexte: Contexte = { sujet, hypothese, departements, ruraliteEstimee, sources, dates, tirage }
  const plage = demande.fin === 'tirage' ? await plageDesTirages(db, demande) : null
  const seul = resumeOf(resultat, demande, { dates })
  return {
    hypothese,
    resume: plage === null ? seul : resumeDesTirages(plage, resultat, dates),
    resumeTirage: tirage === null ? null : seul,
    titreBarres: `${dater(`${nomCourt('a-10-km')} d’un lieu {connu}`, dates)}${tirage === null ? '' : `, tirage n° ${tirage}`}${ruraliteEstimee ? ' (type de commune estimé)' : ''}`,
    barres: barresOf(resultat),
    tableaux: [
      ...(plage === null || tirage === null
        ? []
        : [tableauTirages(plage, resultat, tirage, contexte, UN_PARMI_DAUTRES)]),
      tableauNational(resultat, contexte),
      tableauRuralite(resultat, contexte),
      tableauDepartements(resultat, contexte),
      tableauCommunes(resultat, contexte),
    ],
    tries: ['scenario-departements', 'scenario-communes'],
    tirage: tirageOf(demande, resultat),
    notes: [`Scénario : ${sujet.replace(/,$/, '')}.`, hypothese],
  }
}

function tirageOf(demande: DemandeDeScenario, { avant, finis }: Resultat) {
  if (demande.fin !== 'tirage') return null
  const { graine } = demande
  const suivante = graine === GRAINE_MAX ? 0 : graine + 1
  return {
    graine,
    refaire: drawAgainLines(avant.national.postes, finis, graine),
    autre: { href: `/scenarios?${writeDemande({ ...demande, graine: suivante })}`, graine: suivante },
  }
}

function barresOf({ avant, apres }: Resultat): Barre[] {
  return RURALITES.flatMap((classe): Barre[] => {
    const [before, after] = [avant.ruralites.get(classe), apres.ruralites.get(classe)]
    const part = before === undefined ? null : partProche(before, 10)
    // What no class covers is no class: a few territories overseas. Without a place a bar would say 0 % twice.
    if (classe === 'inconnue' || part === null || after === undefined || before?.lieux === 0) return []
    return [{ nom: RURALITE_LABELS[classe], avant: part, apres: partProche(after, 10) ?? 0 }]
  })
}

/** The files that the figures come from. */
function citees(db: Db, demande: DemandeDeScenario | null) {
  const kinds: Kind[] = [
    'structures',
    'lieux',
    'communes',
    'densite',
    ...(demande?.fin === 'hors-frr' ? ['frr' as const] : []),
  ]
  return kinds.flatMap((kind) => currentSource(db, kind) ?? [])
}

/** What the forms show: what was typed, so that a mistake can be mended; else the first example. */
function saisieOf(params: URLSearchParams, demande: DemandeDeScenario | null): Choisir['saisie'] {
  const typed = (param: string) => params.get(param)?.slice(0, ECHO_MAX) ?? ''
  const departement = demande?.fin === 'departement' ? demande.departement : ''
  return { postes: typed('postes'), part: typed('part'), graine: typed('graine') || '1', departement }
}
