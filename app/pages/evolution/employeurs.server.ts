import { hrefStructure } from '#app/components/liens.ts'
import type { Colonne, Ligne, Tableau } from '#app/domain/chiffres/tableau.ts'
import { movedPostes, type Sort, sortEnsemble, sumPostes } from '#app/domain/evolution/bilan.ts'
import { type Employeur, mainLigne } from '#app/domain/evolution/suivi.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import type { Departement } from '#db/departements.server.ts'
import { type Comparaison, citee, lieuxDits } from './evolution.server.ts'

const NOM: Colonne = { cle: 'nom', nom: 'Employeur', nature: 'texte' }
const SIRET: Colonne = { cle: 'siret', nom: 'SIRET', nature: 'code' }

/** The lists of employers: those who came, those who are no longer there, those whose posts are elsewhere. */
export function employeurTableaux(comparaison: Comparaison, departements: readonly Departement[]): Tableau[] {
  const { de, a, employeurs } = comparaison
  const sources = [citee(de), citee(a)]
  const noms = new Map(departements.map(({ code, nom }) => [code, nom]))
  const linesOf = (sort: Sort, cote: 'avant' | 'apres') =>
    inOrder(employeurs.filter((one) => sortEnsemble(one) === sort).map((one) => lineOf(one, cote, noms)))
  const sansPoste = linesOf('sansPoste', 'avant')
  return [
    {
      id: 'employeurs-nouveaux',
      titre: `Employeurs nouveaux dans la liste du ${formatDate(a.date)}`,
      colonnes: listColonnes(`Postes validés au ${formatDate(a.date)}`),
      lignes: linesOf('nouveaux', 'apres'),
      notes: [`Ils n’ont pas de poste dans la liste du ${formatDate(de.date)}.`],
      sources,
    },
    ...(sansPoste.length > 0
      ? [
          {
            id: 'employeurs-sans-poste',
            titre: `Employeurs dans la liste du ${formatDate(a.date)}, avec 0 poste`,
            colonnes: listColonnes(`Postes validés au ${formatDate(de.date)}`),
            lignes: sansPoste,
            notes: ['Leur ligne est restée dans la liste, leurs postes en ont été retirés.'],
            sources,
          },
        ]
      : []),
    {
      id: 'employeurs-absents',
      titre: `Employeurs qui n’apparaissent plus dans la liste du ${formatDate(a.date)}`,
      colonnes: listColonnes(`Postes validés au ${formatDate(de.date)}`),
      lignes: linesOf('absents', 'avant'),
      notes: [
        'Ne plus être dans la liste ne veut pas dire qu’une personne a perdu son emploi : la liste ne dit ni si un poste était pourvu, ni pourquoi il n’y est plus. L’employeur peut aussi y figurer sous un autre numéro.',
      ],
      sources,
    },
    movedTableau(comparaison),
  ]
}

function listColonnes(postes: string): Colonne[] {
  return [
    NOM,
    { cle: 'postes', nom: postes, nature: 'nombre' },
    { cle: 'code', nom: 'Code Insee', nature: 'code', cachee: true },
    { cle: 'commune', nom: 'Commune', nature: 'texte' },
    { cle: 'departement', nom: 'Département', nature: 'texte' },
    { cle: 'type', nom: 'Type', nature: 'texte' },
    SIRET,
  ]
}

function lineOf(employeur: Employeur, cote: 'avant' | 'apres', noms: Map<string, string>): Ligne {
  const { nom, type, departement, commune, communeNom } = mainLigne(employeur[cote])
  return {
    href: hrefOf(employeur),
    valeurs: {
      ...{ nom, postes: sumPostes(employeur[cote]), code: commune, commune: communeNom },
      departement: `${noms.get(departement) ?? ''} (${departement})`,
      ...{ type, siret: employeur.siret },
    },
  }
}

function movedTableau({ de, a, employeurs, deplaces }: Comparaison): Tableau {
  const lignes = employeurs.flatMap((one): Ligne[] => {
    const deplaces = movedPostes(one)
    if (deplaces === 0) return []
    const { nom, commune: code } = mainLigne(one.apres)
    const autre = movedPostes(one, ({ departement }) => departement) > 0
    const valeurs = {
      ...{ nom, code, postes: deplaces, lieu: lieuxDits(one.avant), vers: lieuxDits(one.apres) },
      ...{ departement: autre ? 'oui' : 'non', alors: sumPostes(one.avant), maintenant: sumPostes(one.apres) },
      ...{ suivi: one.suivi === 'siret' ? 'SIRET' : 'SIREN', siret: one.siret },
    }
    return [{ href: hrefOf(one), valeurs }]
  })
  return {
    id: 'employeurs-deplaces',
    titre: 'Employeurs dont des postes sont dans une autre commune',
    colonnes: [
      NOM,
      { cle: 'code', nom: 'Code Insee', nature: 'code', cachee: true },
      { cle: 'postes', nom: 'Postes déplacés', nature: 'nombre' },
      { cle: 'lieu', nom: `Communes au ${formatDate(de.date)}`, nature: 'texte' },
      { cle: 'vers', nom: `Communes au ${formatDate(a.date)}`, nature: 'texte' },
      { cle: 'departement', nom: 'Autre département', nature: 'texte' },
      { cle: 'alors', nom: `Postes validés au ${formatDate(de.date)}`, nature: 'nombre' },
      { cle: 'maintenant', nom: `Postes validés au ${formatDate(a.date)}`, nature: 'nombre' },
      { cle: 'suivi', nom: 'Suivi par', nature: 'texte' },
      SIRET,
    ],
    lignes: inOrder(lignes),
    notes: [
      `${compte(deplaces.commune, 'poste est', 'postes sont')} dans une autre commune chez le même employeur, dont ${compte(deplaces.departement, 'dans un autre département', 'dans un autre département')}. La commune est celle où la liste place les postes, souvent le siège : un déménagement, une autre adresse donnée à la validation ou une correction du fichier ne s’y distinguent pas.`,
    ],
    sources: [citee(de), citee(a)],
  }
}

/** Only an employer of the file in force has a page. */
function hrefOf({ siret, apres }: Employeur): string | undefined {
  return apres.some(({ structureId }) => structureId !== null) ? hrefStructure(siret) : undefined
}

/** Most posts first, then by name, then by number: the same order each time. */
function inOrder(lignes: Ligne[]): Ligne[] {
  const mots = new Intl.Collator('fr')
  const text = ({ valeurs }: Ligne) => `${valeurs.nom} ${valeurs.siret}`
  return lignes.sort(
    (left, right) =>
      Number(right.valeurs.postes) - Number(left.valeurs.postes) || mots.compare(text(left), text(right)),
  )
}
