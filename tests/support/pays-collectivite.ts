import { build, lieuxCsv, structuresCsv, workFolder } from '../import/files.ts'

const PUY = { commune: 'Le Puy-en-Velay', code_postal: '43000', code_insee: '43157' }
const COMPLET = {
  ...{ telephone: '04 65 71 00 01', horaires: 'Mo-Fr 09:00-12:00', date_maj: '2020-01-01' },
  ...{ services: 'Aide aux démarches administratives', courriels: 'accueil@mairie.example' },
}
const MAIRIE = '21430157100011'
const ASSOCIATION = '43493312300029'
const PARTIE = '35600000000048'

/** Rows of places, line 2 first: what is said of each is in its name. */
const LIEUX: Record<string, string>[] = [
  {
    ...PUY,
    ...COMPLET,
    nom: 'Sans résumé',
    latitude: '45.04366',
    longitude: '3.88523',
    pivot: MAIRIE,
    id: 'Coop-numérique_1__dora_7',
  },
  {
    ...PUY,
    ...COMPLET,
    nom: 'Téléphone faux',
    telephone: '04 71 00',
    latitude: '45.0440',
    longitude: '3.8860',
    courriels: 'marie.dupont@exemple.example',
  },
  { ...PUY, ...COMPLET, nom: 'Point lointain', telephone: '04 65 71 00 03', latitude: '48.85', longitude: '2.35' },
  { ...PUY, ...COMPLET, nom: 'Sans téléphone', telephone: '', latitude: '45.0500', longitude: '3.8900' },
  { ...PUY, ...COMPLET, nom: 'Autre réseau', dispositif_programmes_nationaux: '', telephone: '04 65 71 00 05' },
  // Rejected: its commune is known, and its row holds the address of a person.
  { ...PUY, ...COMPLET, nom: '', courriels: 'marie.dupont@exemple.example', adresse: '9 rue Perdue' },
  // Rejected: nothing places it.
  { commune: '', code_postal: '', nom: 'Nulle part' },
  {
    ...COMPLET,
    nom: 'Aurec',
    commune: 'Aurec-sur-Loire',
    code_postal: '43110',
    code_insee: '43012',
    telephone: '04 65 71 00 06',
  },
  // One place written twice, 11 m apart.
  {
    ...PUY,
    ...COMPLET,
    nom: 'Cyber-espace',
    adresse: 'Place du Test',
    telephone: '04 65 71 00 07',
    latitude: '45.04500',
    longitude: '3.88000',
  },
  {
    ...PUY,
    ...COMPLET,
    nom: 'Cyber espace',
    adresse: '1 place du Test',
    telephone: '04 65 71 00 07',
    latitude: '45.04510',
    longitude: '3.88000',
  },
]

const poste = (nom: string, postes: string, siret: string) => {
  return [nom, 'Le Puy-en-Velay', 'HAUTE-LOIRE', postes, '16/06/2021', siret, '43', '43157', '43000']
}

/** Haute-Loire from files of its own, by the whole import: ten rows of places, two lists of posts. */
export async function paysCollectivite() {
  const folder = workFolder()
  const paths = [
    folder.write(
      'structures-2021-05-19.csv',
      structuresCsv([poste('MAIRIE', '1', MAIRIE), poste('PARTIE', '2', PARTIE)]),
    ),
    folder.write(
      'structures-2023-04-05.csv',
      structuresCsv([poste('MAIRIE', '3', MAIRIE), poste('ASSOCIATION', '2', ASSOCIATION)]),
    ),
    folder.write('lieux-2023-05-01.csv', lieuxCsv(LIEUX)),
  ]
  const { db } = await build(folder.path, paths)
  const remove = () => {
    db.$client.close()
    folder.remove()
  }
  return { db, remove, MAIRIE, ASSOCIATION, PARTIE }
}
