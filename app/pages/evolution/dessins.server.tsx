import type { ReactElement } from 'react'
import { Barres, columnsOf, hauteurBarres, LARGEUR_BARRES } from '#app/dessin/barres-evolution.tsx'
import { HAUTEUR_COURBE } from '#app/dessin/courbe-evolution.tsx'
import { CourbeListes, CourbeValidations } from '#app/dessin/dessins-evolution.tsx'
import { ENCRE_FICHIER as encre } from '#app/dessin/encre.ts'
import { FichierSvg } from '#app/dessin/fichier.tsx'
import { formatDate } from '#app/domain/texte/format.ts'
import { titreValidations } from '#app/pages/evolution/validations.tsx'
import { citee, type Evolution } from './evolution.server.ts'
import { barresOf } from './evolution-page.server.ts'

/** Units of a line in a file: its title fits on one line. */
const LARGEUR = 760
const ENTRE_COLONNES = 30
const VALIDES =
  'Postes validés par le comité de sélection : la liste ne dit pas s’ils sont pourvus, ni s’ils sont encore financés.'

/** The drawing that a name asks for; null when there is none, or when its list is missing. */
export function evolutionDessin(nom: string, evolution: Evolution, permalien: string): ReactElement | null {
  const { comparaison, validations } = evolution
  if (nom === 'validations-par-mois') return validations ? dessinValidations(validations, permalien) : null
  if (!comparaison) return null
  if (nom === 'postes-par-liste') return dessinListes(evolution, permalien)
  const barres = barresOf(evolution, comparaison)
  const about = { sources: [citee(comparaison.de), citee(comparaison.a)], permalien, notes: [VALIDES] }
  const dates = `du ${formatDate(comparaison.de.date)} au ${formatDate(comparaison.a.date)}`
  if (nom === 'ecarts-regions')
    return dessinBarres(barres.regions, 2, { ...about, titre: `Écart des postes validés par région, ${dates}` })
  if (nom === 'ecarts-departements')
    return dessinBarres(barres.departements, 3, {
      ...about,
      titre: `Écart des postes validés par département, ${dates}`,
    })
  return null
}

function dessinListes({ millesimes }: Evolution, permalien: string) {
  return (
    <FichierSvg
      titre="Postes validés de conseillers numériques, liste par liste"
      {...{ largeur: LARGEUR, hauteur: HAUTEUR_COURBE, permalien }}
      sources={millesimes.map(citee)}
      notes={[VALIDES]}
    >
      <CourbeListes listes={millesimes} largeur={LARGEUR} encre={encre} />
    </FichierSvg>
  )
}

function dessinValidations({ millesime, mois }: NonNullable<Evolution['validations']>, permalien: string) {
  if (mois.length === 0) return null
  return (
    <FichierSvg
      titre={titreValidations(millesime.date)}
      {...{ largeur: LARGEUR, hauteur: HAUTEUR_COURBE, permalien }}
      sources={[citee(millesime)]}
      notes={['Postes de cette liste seulement : ce n’est pas le nombre de postes validés à chaque date.', VALIDES]}
    >
      <CourbeValidations mois={mois} largeur={LARGEUR} encre={encre} />
    </FichierSvg>
  )
}

type About = Pick<Parameters<typeof FichierSvg>[0], 'titre' | 'sources' | 'permalien' | 'notes'>

function dessinBarres(barres: ReturnType<typeof barresOf>['regions'], colonnes: number, about: About) {
  const columns = columnsOf(barres, colonnes)
  const step = LARGEUR_BARRES + ENTRE_COLONNES
  const largeur = Math.max(LARGEUR, columns.length * step - ENTRE_COLONNES)
  return (
    <FichierSvg {...about} largeur={largeur} hauteur={hauteurBarres(columns[0]?.length ?? 0)}>
      {columns.map((column, rang) => (
        <g key={column[0]?.nom} transform={`translate(${rang * step} 0)`}>
          <Barres barres={column} toutes={barres} encre={encre} />
        </g>
      ))}
    </FichierSvg>
  )
}
