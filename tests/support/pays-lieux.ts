import { lieuRow, type ValeurRow } from './database.ts'
import { COMMUNES } from './pays-territoire.ts'

type Commune = (typeof COMMUNES)[number]
const at = (code: Commune['code']) => {
  const { departementCode, nom, ruralite, densite, frr } = COMMUNES.find((c) => c.code === code) as Commune
  return { communeCode: code, departementCode, communeNom: nom, ruralite, densite, frr }
}

export const LIEUX = [
  lieuRow({
    numero: 1,
    ...at('23096'),
    id: 'gueret-mediatheque',
    nom: 'Médiathèque de Guéret',
    adresse: '2 place Bonnyaud',
    codePostal: '23000',
    telephone: '+33555412345',
    lat: 46.17,
    lon: 1.87,
    siret: '20003456700018',
    structureId: 1,
    rapprochement: 'siret',
    dateMaj: '2025-12-01',
  }),
  lieuRow({ numero: 2, ...at('23096'), nom: 'Mairie', structureId: 1, rapprochement: 'siren', precision: 'commune' }),
  lieuRow({ numero: 3, ...at('23008'), nom: 'Espace numérique' }),
  lieuRow({ numero: 4, ...at('23076'), nom: 'Bibliothèque' }),
  lieuRow({ numero: 5, ...at('48095'), nom: 'Maison France services' }),
  lieuRow({ numero: 6, ...at('48061'), nom: 'Point info' }),
  lieuRow({
    numero: 7,
    ...at('75056'),
    nom: 'Espace public numérique',
    adresse: '12 rue Saint-Étienne',
    structureId: 4,
  }),
  lieuRow({ numero: 8, ...at('75056'), nom: '=cmd()|<b>Élan</b>' }),
  lieuRow({ numero: 9, ...at('97415'), nom: 'Case numérique', fuseau: 'Indian/Reunion' }),
  lieuRow({ numero: 10, ...at('97411'), nom: 'Cyber-base', fuseau: 'Indian/Reunion' }),
  lieuRow({ numero: 11, ...at('23096'), nom: 'France services de Guéret', reseau: 'france-services' }),
]

export const VALEURS = [
  { lieuNumero: 1, champ: 'service', valeur: 'Aide aux démarches administratives' },
  { lieuNumero: 1, champ: 'service', valeur: 'Loisirs et créations numériques' },
  { lieuNumero: 1, champ: 'frais', valeur: 'Gratuit' },
  { lieuNumero: 1, champ: 'public', valeur: 'Seniors' },
  { lieuNumero: 3, champ: 'service', valeur: 'Loisirs et créations numériques' },
  { lieuNumero: 3, champ: 'frais', valeur: 'Payant' },
  { lieuNumero: 7, champ: 'service', valeur: 'Aide aux démarches administratives' },
  { lieuNumero: 7, champ: 'acces', valeur: "Ce lieu n'accueille pas de public" },
  { lieuNumero: 9, champ: 'label', valeur: 'France Services' },
  { lieuNumero: 11, champ: 'service', valeur: 'Aide aux démarches administratives' },
] satisfies ValeurRow[]
