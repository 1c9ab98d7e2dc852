import type { Tableau } from '#app/domain/chiffres/tableau.ts'
import type { Contexte } from '#app/domain/couverture/contexte.ts'
import { tableauHeures } from '#app/domain/couverture/heures.ts'
import { tableauRuralite, tableauRuraliteNombres } from '#app/domain/couverture/ruralite.ts'
import { tableauDistance } from '#app/domain/couverture/tableaux-distance.ts'
import type { Couverture } from '#db/couverture.server.ts'

/** Every table that counts by class of communes, in three classes or seven levels as its context says, with its name. */
export function tableauxParClasse({ departements, regions, communes, postes }: Couverture) {
  const same = (code: string) => code
  const distances = { communes, departements, territoires: departements, territoireDe: same, postes, nomEpci: same }
  return [
    ['ruralite', (contexte: Contexte) => tableauRuralite(departements, contexte)],
    ['ruralite-nombres, by department', (contexte: Contexte) => tableauRuraliteNombres(departements, contexte)],
    [
      'ruralite-nombres, by region',
      (contexte: Contexte) => tableauRuraliteNombres(regions, { ...contexte, maille: 'region' }),
    ],
    ['heures', (contexte: Contexte) => tableauHeures(departements, contexte)],
    ['distance', (contexte: Contexte) => tableauDistance(distances, contexte)],
  ] as const
}

const CLASSE_DE: [RegExp, string][] = [
  [/niveau-1$|^1\. /, 'Urbain dense'],
  [/niveau-[234]$|^[234]\. /, 'Urbain intermédiaire'],
  [/niveau-[567]$|^[567]\. /, 'Rural'],
  [/inconnue$|^Niveau non connu|^Non classé/, 'Non classé'],
  [/-rural$/, 'Rural'],
  [/-intermediaire$/, 'Urbain intermédiaire'],
  [/-urbain$/, 'Urbain dense'],
]

/** The counts of a table by territory, class and thing counted; levels go to the class that the Insee puts them in. */
export function nombresParClasse({ lignes, colonnes }: Tableau): Record<string, number> {
  const sommes: Record<string, number> = {}
  const classeDe = (texte: string) => CLASSE_DE.find(([pattern]) => pattern.test(texte))?.[1] ?? texte
  for (const { valeurs } of lignes) {
    for (const { cle, nature } of colonnes) {
      const valeur = valeurs[cle]
      if (nature !== 'nombre' || typeof valeur !== 'number') continue
      const croise = /^(population|lieux|postes)-(?!10000)/.exec(cle)?.[1]
      const nom = croise
        ? `${valeurs.nom} | ${classeDe(cle)} | ${croise}`
        : `${classeDe(String(valeurs.classe))} | ${cle}`
      sommes[nom] = (sommes[nom] ?? 0) + valeur
    }
  }
  return sommes
}

/**
 * Where three classes are not what seven levels add up to. What is in a commune of one class and several levels, not known
 * which, is in the class and in no level: less than in the class, never more, and what lacks is with the unknown ones.
 * Dense urban is one level: the same to the unit.
 */
export function desaccords(trois: Record<string, number>, sept: Record<string, number>): string[] {
  const noms = [...new Set([...Object.keys(trois), ...Object.keys(sept)])]
  const de = (nombres: Record<string, number>, nom: string) => nombres[nom] ?? 0
  const inconnu = (nom: string) => nom.replace(/Rural|Urbain intermédiaire|Urbain dense/, 'Non classé')
  const manques: Record<string, number> = {}
  for (const nom of noms) {
    if (nom !== inconnu(nom)) manques[inconnu(nom)] = (manques[inconnu(nom)] ?? 0) + de(trois, nom) - de(sept, nom)
  }
  return noms.filter((nom) => {
    const manque = de(trois, nom) - de(sept, nom)
    if (nom === inconnu(nom)) return -manque !== (manques[nom] ?? 0)
    return manque < 0 || (manque > 0 && nom.includes('Urbain dense'))
  })
}
