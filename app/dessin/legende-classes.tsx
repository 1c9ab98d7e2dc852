import { PHRASES_METHODE } from '#app/domain/carte/choropleth-classes.ts'
import { compte } from '#app/domain/texte/format.ts'
import { ENCRE_PAGE, type Encre, type Ton } from './encre.ts'
import { cut } from './fichier.tsx'
import { type CarteDeClasses, tonsOf } from './fond-de-carte.ts'

type LigneLegende = { ton: Ton; limite: Ton; texte: string; nombre: string }

/** Real bounds, in the words of the figure, and how many territories each class holds. */
export function lignesLegende({ classes: { classes, sansDonnee }, format }: CarteDeClasses): LigneLegende[] {
  const lignes = classes.map(({ min, max, nombre }, rang) => {
    const [debut, fin] = [format(min), format(max)]
    return {
      ...tonsOf(rang + 1, classes.length),
      texte: debut === fin ? (zero(max) ?? debut) : `${debut} à ${fin}`,
      nombre,
    }
  })
  const absents = { ...tonsOf(null, classes.length), texte: 'non connu', nombre: sansDonnee }
  return [...lignes, ...(sansDonnee > 0 ? [absents] : [])].map((ligne) => ({
    ...ligne,
    nombre: compte(ligne.nombre, 'territoire', 'territoires'),
  }))
}

/** "0", where the format would say "0,00". */
function zero(valeur: number): string | null {
  return valeur === 0 ? '0' : null
}

export function LegendeClasses({ carte }: { carte: CarteDeClasses }) {
  return (
    <div className="classes-legende">
      <p>{carte.unite}</p>
      <ul>
        {lignesLegende(carte).map(({ ton, limite, texte, nombre }) => (
          <li key={texte}>
            <svg viewBox="0 0 32 24" aria-hidden="true">
              <Teinte encre={ENCRE_PAGE} ton={ton} limite={limite} />
            </svg>
            <span>
              <b>{texte}</b> ({nombre})
            </span>
          </li>
        ))}
      </ul>
      {carte.methode && <p className="classes-methode">{PHRASES_METHODE[carte.methode]}</p>}
    </div>
  )
}

/** In units of a drawing: the height of a line, the swatch, and about a letter of 12 units. */
const LIGNE = 24
const LETTRE = 7

/** The same in a file, `largeur` units wide. */
export function LegendeFichier({ encre, carte, largeur }: { encre: Encre; carte: CarteDeClasses; largeur: number }) {
  const entete = cut(carte.unite, Math.floor(largeur / (LETTRE * 1.15)))
  return (
    <g fontSize="12">
      {entete.map((texte, rang) => (
        <text key={texte} y={12 + rang * 16} fontWeight="700" {...encre('texte')}>
          {texte}
        </text>
      ))}
      {lignesLegende(carte).map(({ ton, limite, texte, nombre }, rang) => (
        <g key={texte} transform={`translate(0 ${entete.length * 16 + 6 + rang * LIGNE})`}>
          <g transform="scale(.75)">
            <Teinte encre={encre} ton={ton} limite={limite} />
          </g>
          <text x="32" y="13" {...encre('texte')}>
            {`${texte} (${nombre})`}
          </text>
        </g>
      ))}
    </g>
  )
}

function Teinte({ encre, ton, limite }: { encre: Encre; ton: Ton; limite: Ton }) {
  return (
    <g {...encre(limite)}>
      <rect x="1" y="1" width="30" height="22" {...encre(ton)} />
    </g>
  )
}
