import type { Dates } from '#app/domain/chiffres/dates.ts'
import { NOTES } from '#app/domain/chiffres/table.ts'
import type { Colonne, Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { colonneDe } from '#app/domain/chiffres.ts'
import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { FRAICHEUR_LABELS } from '#app/domain/collectivites/fraicheur.ts'
import { absenceOf, type FicheDeLieu, type LigneLue } from '#app/domain/collectivites/rapport.ts'
import type { Voir } from '#app/domain/collectivites/vues.ts'
import { ANOMALIE_CONSEIL } from '#app/domain/rapport/conseils.ts'
import { differencesOf, SIGNE_LABELS } from '#app/domain/rapport/doublons.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { PRECISION_LABELS, SEVERITY_LABELS } from '#app/domain/vocabulary.ts'
import { SOURCES_LIEUX, SOURCES_POSTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { TerritoireDeCollectivite } from '#db/collectivites/territoire.server.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf } from '#db/sources.server.ts'
import { type Employeur, fichesOf, type RapportTerritoire } from './rapport.server.ts'

/** The report as tables, whole, whatever the page shows; `voir` filters the places and their remarks as the page does. */
export function tableauxCollectivite(
  db: Db,
  { nom }: TerritoireDeCollectivite,
  rapport: RapportTerritoire,
  voir: Voir | null,
): Tableau[] {
  const fiches = fichesOf(rapport.fiches, voir)
  const lieux = sourcesDes(db, SOURCES_LIEUX)
  const postes = sourcesDes(db, SOURCES_POSTES)
  const employeurs = rapport.employeurs.filter(({ lieux }) => voir !== 'sans-lieu' || lieux === 0)
  return [
    tableauLieux(nom, fiches, lieux),
    tableauRemarques(nom, remarques(fiches, employeurs, rapport.rejetees, voir), [...lieux, ...postes]),
    tableauEmployeurs(nom, employeurs, postes, datesOf(db)),
    tableauDoublons(nom, rapport, lieux),
  ]
}

function tableauLieux(nom: string, fiches: readonly FicheDeLieu[], sources: SourceCitee[]): Tableau {
  return {
    id: 'lieux',
    titre: `Lieux publiés : ${nom}`,
    colonnes: textes({
      nom: 'Lieu',
      id: 'Identifiant sur ce site',
      commune: 'Commune',
      presence: 'Sur la carte',
      precision: 'Précision',
      fraicheur: 'Fraîcheur',
      date_maj: 'Mise à jour',
    }).concat(
      { cle: 'completude', nom: 'Complétude', nature: 'part' },
      { cle: 'erreurs', nom: 'Anomalies à corriger', nature: 'nombre' },
      textes({ manquants: 'Champs manquants', source: 'Source', corriger: 'Où corriger', ids: 'Identifiants publiés' }),
    ),
    lignes: fiches.map((fiche) => ({
      valeurs: {
        ...{ nom: fiche.nom, id: fiche.id, commune: fiche.communeNom, presence: fiche.presence },
        precision: PRECISION_LABELS[fiche.precision],
        fraicheur: FRAICHEUR_LABELS[fiche.fraicheur],
        date_maj: fiche.dateMaj,
        completude: fiche.taux / 100,
        erreurs: fiche.erreurs,
        manquants: fiche.manquants.map(({ nom }) => nom).join(', '),
        source: fiche.source,
        corriger: ouCorriger(fiche),
        ids: fiche.lignes.flatMap(({ idPublie }) => idPublie ?? []).join(' | '),
      },
    })),
    notes: ['Les plus gênants pour le public d’abord.'],
    sources,
  }
}

/** One line a remark: what the file checker gives of a file, of what is published. */
function tableauRemarques(nom: string, lignes: Ligne[], sources: SourceCitee[]): Tableau {
  return {
    id: 'remarques',
    titre: `Remarques sur ce qui est publié : ${nom}`,
    colonnes: textes({
      nom: 'Lieu ou employeur',
      fichier: 'Fichier',
      ligne: 'Ligne',
      colonne: 'Colonne',
      code: 'Code de la remarque',
      gravite: 'Gravité',
      publie: 'Publié',
      lu: 'Lu par le site',
      phrase: 'Remarque',
      conseil: 'Que faire',
      corriger: 'Où corriger',
    }),
    lignes,
    notes: ['Les adresses électroniques de personnes sont masquées.'],
    sources,
  }
}

function remarques(
  fiches: readonly FicheDeLieu[],
  employeurs: readonly Employeur[],
  rejetees: readonly LigneLue[],
  voir: Voir | null,
): Ligne[] {
  const postes = 'La préfecture du département : cette liste ne se corrige pas en ligne.'
  return [
    ...fiches.flatMap((fiche) => fiche.lignes.flatMap((ligne) => remarquesOf(fiche.nom, ligne, ouCorriger(fiche)))),
    ...(voir === null || voir === 'hors-carte' ? rejetees : []).flatMap((ligne) => {
      return remarquesOf(ligne.cellules?.nom ?? 'Ligne non affichée', ligne, '')
    }),
    ...(voir === null || voir === 'sans-lieu' ? employeurs : []).flatMap(({ nom, lignes }) => {
      return lignes.flatMap((ligne) => remarquesOf(nom, ligne, postes))
    }),
  ]
}

/** A database that another version of the code built may hold a code that this one does not know. */
const phraseOf = (phrases: Partial<Record<string, string>>, code: string) => espaces(phrases[code] ?? '')

function remarquesOf(nom: string, { fichier, anomalies }: LigneLue, corriger: string): Ligne[] {
  return anomalies.map(({ line, field, code, severity, raw, corrected }) => ({
    valeurs: {
      ...{ nom, fichier, ligne: line, colonne: field, code, publie: raw, lu: corrected, corriger },
      ...{ gravite: SEVERITY_LABELS[severity], phrase: phraseOf(ANOMALIE_PHRASE, code) },
      conseil: phraseOf(ANOMALIE_CONSEIL, code),
    },
  }))
}

function tableauEmployeurs(
  nom: string,
  employeurs: readonly Employeur[],
  sources: SourceCitee[],
  dates: Dates,
): Tableau {
  return {
    id: 'employeurs',
    titre: `Employeurs : ${nom}`,
    colonnes: [
      ...textes({ nom: 'Employeur', siret: 'SIRET', commune: 'Commune des postes' }),
      colonneDe('postes', dates),
      { cle: 'lieux', nom: 'Lieux connus', nature: 'nombre' },
      { cle: 'presence', nom: 'Sur la carte', nature: 'texte' },
    ],
    lignes: employeurs.map(({ nom, siret, communeNom, postes, lieux }) => ({
      valeurs: {
        ...{ nom, siret, commune: communeNom, postes, lieux },
        presence: absenceOf({ lieux, siret }) ?? 'par ses lieux',
      },
    })),
    notes: [NOTES.postes],
    sources,
  }
}

function tableauDoublons(nom: string, { doublons }: RapportTerritoire, sources: SourceCitee[]): Tableau {
  return {
    id: 'doublons',
    titre: `Doublons possibles : ${nom}`,
    colonnes: textes({ a: 'Lieu', id_a: 'Identifiant', b: 'Autre lieu', id_b: 'Autre identifiant' }).concat(
      textes({ signes: 'Ce qui concorde', differences: 'Ce qui diffère' }),
    ),
    lignes: doublons.map(({ a, b, signes }) => ({
      valeurs: {
        ...{ a: a.nom, id_a: a.id, b: b.nom, id_b: b.id },
        signes: signes.map((signe) => SIGNE_LABELS[signe]).join(', '),
        differences: differencesOf(a, b)
          .map(({ champ, ...cote }) => `${espaces(`${champ} : `)}${cote.a ?? 'absent'} / ${cote.b ?? 'absent'}`)
          .join(espaces(' ; ')),
      },
    })),
    notes: ['Deux signes sur trois concordent : nom, téléphone, position. Ce peut être deux lieux.'],
    sources,
  }
}

function ouCorriger({ corrections }: FicheDeLieu): string {
  return corrections.map(({ phrase, lien }) => (lien ? `${phrase} ${lien}` : phrase)).join(' ')
}

function textes(noms: Record<string, string>): Colonne[] {
  return Object.entries(noms).map(([cle, nom]) => ({ cle, nom, nature: 'texte' }))
}
