import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { Encre, Ton } from './encre.ts'

/** Shares, 0 to 1, before and in the scenario. */
export type Barre = { nom: string; avant: number; apres: number }
type Props = { barres: readonly Barre[]; largeur: number; encre: Encre }

const TITRE = 26
const BARRE = 22
const RANGEE = TITRE + 2 * BARRE + 22
/** What stands after a bar: "99,9 % dans ce scénario". */
const MOTS = 190

export function hauteurBarres(barres: readonly Barre[]): number {
  return barres.length * RANGEE
}

/** Two bars a class, each with its figure in words: nothing is said by the shade alone. */
export function Barres({ barres, largeur, encre }: Props) {
  return (
    <>
      {barres.map(({ nom, avant, apres }, rang) => (
        <g key={nom} transform={`translate(0 ${rang * RANGEE})`}>
          <text y={18} fontSize="16" fontWeight="700" {...encre('texte')}>
            {nom}
          </text>
          <Trait y={TITRE} part={avant} mots="avant" ton="classe-3" largeur={largeur} encre={encre} />
          <Trait
            y={TITRE + BARRE + 2}
            part={apres}
            mots="dans ce scénario"
            ton="classe-4"
            largeur={largeur}
            encre={encre}
          />
        </g>
      ))}
    </>
  )
}

type TraitProps = { y: number; part: number; mots: string; ton: Ton; largeur: number; encre: Encre }

function Trait({ y, part, mots, ton, largeur, encre }: TraitProps) {
  const length = Math.round((largeur - MOTS) * part * 10) / 10
  return (
    <>
      <rect y={y} width={length} height={BARRE} {...encre(ton)} />
      <text x={length + 6} y={y + 16} fontSize="14" {...encre('texte')}>
        {`${formatValeur('part', part)} ${mots}`}
      </text>
    </>
  )
}
