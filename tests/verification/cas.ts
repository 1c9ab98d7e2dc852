import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { etatAt } from '#app/domain/horaires/etat.ts'
import { JOURS, plagesParJour } from '#app/domain/horaires/semaine.ts'
import type { Rapport } from '#app/domain/rapport/verification.ts'
import { type Fichier, fichierEnMemoire } from '#app/lecture/fichier.ts'
import { expandHoraires } from '#app/lecture/horaires.ts'
import type { Lieu } from '#app/lecture/lieux.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import type { Poste } from '#app/lecture/structures.ts'
import type { Row } from '#app/lecture/table.ts'
import {
  type CheckOptions,
  checkFile,
  contexteOf,
  openVerifiable,
  readLignes,
} from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/cas')

/** A file read whole: its report, its rows as the import reads them, and its corrected copy. */
export type Lu = {
  rapport: Rapport
  lieux: (Lieu | null)[]
  postes: (Poste | null)[]
  header: string[]
  rows: Row[]
  corrige: string
}

export function fichierDe(path: string, bytes: Uint8Array = readFileSync(path)): Fichier {
  return fichierEnMemoire(basename(path), bytes)
}

export async function readWhole(fichier: Fichier, options: CheckOptions): Promise<Lu> {
  const rapport = await checkFile(fichier, options)
  let corrige = ''
  for await (const piece of correctFile(fichier, options)) corrige += piece
  const table = await openVerifiable(fichier, options)
  const lues = []
  for await (const lue of readLignes(table, contexteOf(table, options), options)) lues.push(lue)
  return {
    ...{ rapport, corrige, header: table.header },
    lieux: lues.map(({ lieu }) => lieu),
    postes: lues.map(({ poste }) => poste),
    rows: lues.map(({ row }) => row),
  }
}

/** What a case is held to: a sentence, what is seen of the file, and what must be. */
type Attente = { doit: string; colonnes?: [string, string][]; voit: (lu: Lu) => unknown; est: unknown }
type Refus = { doit: string; refuse: RegExp }
/** Of a reference file: the level of each commune. */
type Niveaux = { doit: string; niveaux: Record<string, number> }

const codes = ({ rapport }: Lu, field: string) =>
  rapport.anomalies.filter((one) => one.field === field).map(({ line, code }) => `${line} ${code}`)
const valeurs = (champ: keyof Lieu['valeurs']) => (lu: Lu) =>
  lu.lieux.map((lieu) => lieu?.valeurs[champ]?.join('|') ?? '')
const noms = ({ lieux }: Lu) => lieux.map((lieu) => lieu?.nom ?? null)
const communes = ({ lieux }: Lu) => lieux.map((lieu) => lieu?.place.commune?.nom ?? null)
const dates = ({ lieux }: Lu) => lieux.map((lieu) => lieu?.dateMaj ?? null)
const telephones = ({ lieux }: Lu) => lieux.map((lieu) => lieu?.telephone ?? null)
const comptes = ({ rapport: { read, publiables } }: Lu) => [read, publiables]

const heure = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const OUVRES = (heures: string) => ['lun', 'mar', 'mer', 'jeu', 'ven'].map((jour) => `${jour} ${heures}`).join(', ')

/** The week of each row, then what of its hours stays a text; '' where nothing is read. */
const semaines = ({ lieux, rapport }: Lu) =>
  lieux.map((lieu, i) => {
    const illisible = rapport.anomalies.some(({ line, code }) => line === i + 2 && code === 'horaires.illisible')
    if (!lieu?.semaine || illisible) return ''
    const plages = plagesParJour(lieu.semaine).flatMap((duJour, rang) =>
      duJour.map(({ debut, fin }) => `${JOURS[rang]?.slice(0, 3)} ${heure(debut % 1440)}-${heure(fin - rang * 1440)}`),
    )
    return [plages.join(', '), lieu.semaine.texte ?? ''].filter((part) => part !== '').join(' ; ')
  })
const signales = ({ rapport }: Lu) =>
  rapport.anomalies.filter(({ field }) => field === 'horaires').map(({ line }) => line)

/** Of the evening of 1 January 2027, a Friday: half an hour past its midnight. */
function nuitDuJourDeLAn(): string {
  const { semaine } = expandHoraires('Fr 22:00-02:00; PH off')
  const instant = new Date('2027-01-02T00:30:00+01:00')
  return etatAt(semaine, { instant, fuseau: 'Europe/Paris', departement: '51', dateMaj: '2026-11-01' }).etat
}

export const CAS: Record<string, Attente | Refus | Niveaux> = {
  '01-json-fix-vide.json': {
    doit: 'les deux lignes corrigées, avec leurs valeurs',
    voit: ({ corrige }) => corrige.match(/Espace numérique fictif \d,Limoux,11300/g),
    est: ['Espace numérique fictif 1,Limoux,11300', 'Espace numérique fictif 2,Limoux,11300'],
  },
  '02-separateur-barre-oblique.csv': {
    doit: 'les listes séparées par « / »',
    voit: (lu) => [valeurs('accompagnement')(lu), valeurs('frais')(lu), valeurs('service')(lu)],
    est: [
      ['Accompagnement individuel|Dans un atelier collectif|En autonomie'],
      ['Gratuit|Payant'],
      ['Accès internet et matériel informatique|Maîtrise des outils numériques du quotidien'],
    ],
  },
  '03-gratuit-sous-condition-ecrase.csv': {
    doit: 'gardé et signalé, « Gratuit sous condition » proposé',
    voit: (lu) => [lu.corrige.includes('Gratuit : pour les habitants, 5 € sinon'), propositions(lu, 'frais_a_charge')],
    est: [true, ['Gratuit sous condition', 'Gratuit sous condition', 'Payant']],
  },
  '04-lignes-vides-excel.csv': {
    doit: '2 lignes lues, aucune remarque de ligne',
    voit: (lu) => [comptes(lu), lu.rapport.lignesPar.error],
    est: [[2, 2], 0],
  },
  '05-cellule-de-61-lignes.csv': { doit: '2 lignes', voit: comptes, est: [2, 2] },
  '06-conseiller-numerique-france-services.csv': {
    doit: 'le programme lu sur les quatre lignes',
    voit: (lu) => [comptes(lu), valeurs('label')(lu)[2]],
    est: [[4, 4], 'Conseillers numériques|France Services'],
  },
  '07-liste-json-dans-une-cellule.csv': {
    doit: 'la liste JSON et les noms de data·inclusion lus',
    voit: (lu) => [valeurs('label')(lu), valeurs('service')(lu), valeurs('frais')(lu)],
    est: [
      ['Conseillers numériques|France Services'],
      ['Aide aux démarches administratives|Maîtrise des outils numériques du quotidien'],
      ['Gratuit sous condition'],
    ],
  },
  '08-publics-prise-en-charge.csv': {
    doit: 'la prise en charge à sa place, les publics sans elle',
    voit: (lu) => [valeurs('prise_en_charge')(lu)[0], valeurs('public')(lu)[0]],
    est: [
      'Déficience visuelle|Illettrisme|Langues étrangères (anglais)|Langues étrangères (autres)|Surdité',
      'Seniors',
    ],
  },
  '09-trois-contre-un-code-insee.csv': {
    doit: 'Arras, le code INSEE signalé',
    voit: (lu) => [communes(lu), codes(lu, 'code_insee').length],
    est: [['Arras'], 1],
  },
  '10-nom-et-point-contre-code-postal.csv': {
    doit: 'Deuil-la-Barre et Sarralbe',
    voit: communes,
    est: ['Deuil-la-Barre', 'Sarralbe'],
  },
  '11-article-oublie.csv': {
    doit: 'Le Prêcheur, Saint-Mars-la-Réorthe, Le Mas-d’Azil',
    voit: communes,
    est: ['Le Prêcheur', 'Saint-Mars-la-Réorthe', "Le Mas-d'Azil"],
  },
  '12-ancienne-commune.csv': {
    doit: 'la commune d’aujourd’hui, en simple remarque',
    voit: (lu) => [communes(lu), lu.rapport.lignesPar.error],
    est: [['Vexin-sur-Epte', 'Saint-Denis', "Rives d'Andaine", 'Hesdin-la-Forêt'], 0],
  },
  '13-colonnes-synonymes.csv': {
    doit: 'les colonnes probables, nommées',
    refuse:
      /« ville » est peut-être commune, « cp » .* code_postal, « lat » .* « lon » .* « tél » .* « mise à jour » .* « label »/,
  },
  '14-lieu-reconnu-sans-commune.csv': {
    doit: 'une erreur qui nomme les colonnes',
    voit: ({ rapport }) =>
      rapport.anomalies.filter(({ code }) => code === 'colonne.non_lue').map(({ raw, corrected }) => [raw, corrected]),
    est: [
      ['ville', 'commune'],
      ['lat', 'latitude'],
      ['lon', 'longitude'],
    ],
  },
  '14-lieu-reconnu-sans-commune.csv, avec ses colonnes dites': {
    doit: 'Alzonne',
    colonnes: [
      ['ville', 'commune'],
      ['lat', 'latitude'],
      ['lon', 'longitude'],
    ],
    voit: communes,
    est: ['Alzonne'],
  },
  '18-caractere-de-remplacement.csv': {
    doit: 'texte.encodage, sans correction',
    voit: (lu) => [codes(lu, 'nom'), propositions(lu, 'nom')],
    est: [
      ['2 texte.encodage', '3 texte.encodage'],
      [null, null],
    ],
  },
  '19-double-mojibake.csv': { doit: 'Médiathèque', voit: noms, est: ['Médiathèque fictive'] },
  '20-dates.csv': {
    doit: 'les dates lues, les autres signalées',
    voit: dates,
    est: ['2026-06-15', '2026-06-15', '2026-06-15', null, null, null],
  },
  '21-telephones.csv': {
    doit: 'les numéros d’outre-mer rendus, le premier de deux, 115',
    voit: telephones,
    est: [
      ...['+594594290001', '+262262300001', '+262269600001', '+33465710001', '+33465710001', '+33465710001'],
      '115',
    ],
  },
  '22-horaires-non-lus-sans-remarque.csv': {
    doit: 'la semaine exacte des lignes 2 et 5, les autres signalées, et lues aussi',
    voit: (lu) => [semaines(lu)[0], semaines(lu)[3], signales(lu), semaines(lu).slice(1, 3), semaines(lu).slice(4)],
    est: [
      ...[OUVRES('09:00-12:00'), OUVRES('09:00-12:00')],
      [2, 3, 4, 5, 6, 7],
      ['"sur rendez-vous"', 'lun 09:00-12:00, mar 14:00-17:00'],
      ['mar 14:00-17:00, jeu 14:00-17:00', OUVRES('09:00-12:00')],
    ],
  },
  '23-siret-notation-scientifique.csv': {
    doit: 'absent et nommé quand des chiffres sont perdus',
    voit: ({ lieux }) => lieux.map((lieu) => lieu?.siret ?? null),
    est: [null, null, '35600000000048', '35600000000048'],
  },
  '24-coordonnees.csv': {
    doit: 'quatre points lus',
    voit: ({ lieux }) => lieux.map((lieu) => lieu?.place.precision),
    est: ['adresse', 'adresse', 'adresse', 'adresse'],
  },
  '25-boite-postale-cs.csv': {
    doit: 'l’adresse laissée, jamais vidée',
    voit: ({ corrige, rapport }) => [
      corrige.match(/CS 40012 Place|BP 10234 Hôtel de Ville|09800 CASTILLON/g),
      rapport.anomalies.filter(({ field, line }) => field === 'adresse' && line === 5),
    ],
    est: [['CS 40012 Place', 'BP 10234 Hôtel de Ville', '09800 CASTILLON'], []],
  },
  '26-id-zero.csv': { doit: 'un identifiant', voit: (lu) => [comptes(lu), codes(lu, 'id')], est: [[2, 2], []] },
  '27-date-classeur.xlsx': { doit: '2026-06-15', voit: dates, est: ['2026-06-15'] },
  '28-france-services-2022.csv': {
    doit: 'itinérant, à Paris',
    voit: (lu) => [lu.lieux[0]?.itinerant, communes(lu), lu.corrige.includes(',Paris,')],
    est: [true, ['Paris'], true],
  },
  '29-courriels.csv': {
    doit: 'les deux premiers publiés, les deux autres non',
    voit: ({ lieux }) => lieux.map((lieu) => lieu?.courriels.length),
    est: [1, 1, 0, 0],
  },
  '30-liste-retours-a-la-ligne.csv': {
    doit: 'séparée',
    voit: valeurs('service'),
    est: Array(2).fill('Accès internet et matériel informatique|Aide aux démarches administratives'),
  },
  '31-ligne-entiere-entre-guillemets.csv': { doit: 'l’en-tête trouvé', voit: comptes, est: [1, 1] },
  '32-colonne-en-double.csv': {
    doit: 'dit',
    voit: (lu) => codes(lu, 'telephone'),
    est: ['1 colonne.double'],
  },
  '33-densite-libelles.csv': { doit: 'la grille de densité', refuse: /fichier de référence \(la grille de densité/ },
  '33-densite-libelles.csv, importé': {
    doit: 'les niveaux de ses libellés',
    niveaux: { '01001': 6, '01004': 2 },
  },
  '34-nom-de-personne-dans-nom.csv': {
    doit: 'signalé, la personne n’est pas publiée',
    voit: ({ lieux }) => lieux.map((lieu) => /Exempleux/.test(lieu?.nom ?? '')),
    est: [false, false],
  },
  '35-bidi.csv': { doit: 'retirés', voit: noms, est: ['Maison elbisnecca', 'Médiathèque Nord'] },
  '36-cedex.csv': {
    doit: 'cinq placés dans leur département, dont rien n’est proposé ; Villeneuve-d’Ascq, dans sa commune',
    voit: (lu) => [
      lu.lieux.map((lieu) => `${lieu?.place.departement} ${lieu?.place.precision}`),
      communes(lu),
      lu.rapport.anomalies.filter(({ field }) => field === 'latitude').map(({ code, corrected }) => [code, corrected]),
    ],
    est: [
      [...['77', '92', '78', '95', '06'].map((code) => `${code} departement`), '59 commune'],
      [null, null, null, null, null, "Villeneuve-d'Ascq"],
      [...Array(5).fill(['coordonnees.departement', null]), ['coordonnees.absentes', '50.61669, 3.16664']],
    ],
  },
  '37-cp850.csv': { doit: 'lu', voit: noms, est: ['Médiathèque Éluard'] },
  '38-entities.csv': { doit: 'Médiathèque d’Arc & Cie', voit: noms, est: ["Médiathèque d'Arc & Cie"] },
  '39-float-codes.csv': {
    doit: 'les quatre codes',
    voit: ({ lieux: [lieu] }) => [lieu?.codePostal, lieu?.place.commune?.code, lieu?.telephone, lieu?.siret],
    est: ['51100', '51454', '+33326000001', '21510454600011'],
  },
  '40-macroman.csv': { doit: 'lu', voit: noms, est: ['Médiathèque Éluard'] },
  '41-nul-byte.csv': { doit: 'la ligne nommée', refuse: /ligne 2 : un caractère nul/ },
  '42-sep-line.csv': { doit: 'l’en-tête trouvé', voit: comptes, est: [1, 1] },
  '43-title-line.csv': { doit: 'l’en-tête trouvé', voit: comptes, est: [1, 1] },
  '44-utf16le-nobom.csv': { doit: 'lu', voit: noms, est: ['Médiathèque Éluard'] },
  '45-d1900.xlsx': { doit: '2026-11-01', voit: dates, est: Array(5).fill('2026-11-01') },
  '46-d1904.xlsx': { doit: '2026-11-01', voit: dates, est: Array(5).fill('2026-11-01') },
  '47-structures-dates.xlsx': {
    doit: '2021-06-16',
    voit: ({ postes }) => postes.map((poste) => poste?.dateValidation).find(Boolean),
    est: '2021-06-16',
  },
  '48-phones.csv': {
    doit: 'les 33 numéros, jamais un de métropole outre-mer',
    voit: telephones,
    est: [
      ...Array(3).fill('+33326000000'),
      ...Array(3).fill(null),
      ...Array(15).fill('+33326000000'),
      ...['+262262915567', '+262262915567', '+262269601282', '+262269662010', '+596596686482', '+262692112233'],
      ...['+590590123456', '+262262203040', '+508508411234', ...Array(3).fill('+687250000')],
    ],
  },
  '49-hours.csv': {
    doit: 'chaque ligne lue ou signalée, deux semaines exactes, fermé la nuit qui suit un jour férié',
    voit: (lu) => {
      const signalees = new Set(signales(lu))
      const lues = semaines(lu)
      const tues = lu.lieux.flatMap((lieu, i) => (lues[i] === '' && !signalees.has(i + 2) ? lieu?.horaires : []))
      const dits = ['Mo–Fr 09:00–12:00', 'lundi 9h-12h']
      const semaine = (dit: string) => lues[lu.lieux.findIndex((lieu) => lieu?.horaires === dit)]
      return [lues.length, tues, dits.map(semaine), nuitDuJourDeLAn()]
    },
    est: [44, [], [OUVRES('09:00-12:00'), 'lun 09:00-12:00'], 'ferme'],
  },
}

function propositions({ rapport }: Lu, field: string): (string | null)[] {
  return rapport.anomalies.filter((one) => one.field === field).map(({ corrected }) => corrected)
}

/** What is seen of a case: what its file gives, the sentence of its refusal, or what it must be when it is so. */
export async function seeCas(cas: string, options: CheckOptions): Promise<{ vu: unknown; est: unknown; doit: string }> {
  const attente = CAS[cas] as Attente | Refus | Niveaux
  const path = join(FOLDER, cas.split(',')[0] as string)
  if ('niveaux' in attente) {
    const { territoire } = await loadReferentiel({ densite: path })
    const vu = Object.keys(attente.niveaux).map((code) => [code, territoire.communeOf(code)?.densite])
    return { doit: attente.doit, vu: Object.fromEntries(vu), est: attente.niveaux }
  }
  const fichier = fichierDe(path)
  if ('refuse' in attente) {
    const refus = await openVerifiable(fichier, options).then(String, (error: Error) => error.message)
    return { doit: attente.doit, vu: attente.refuse.test(refus) ? 'refusé' : refus, est: 'refusé' }
  }
  const colonnes = attente.colonnes && new Map(attente.colonnes)
  const vu = attente.voit(await readWhole(fichier, { ...options, colonnes }))
  return { doit: attente.doit, vu, est: attente.est }
}
