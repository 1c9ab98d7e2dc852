import type { Methode } from '#app/domain/carte/choropleth-classes.ts'
import { INDICATEURS, type Indicateur, MAILLES, type Maille, PAR_MAILLE } from '#app/domain/couverture/indicateurs.ts'

type Props = { indicateur: Indicateur['cle']; maille: Maille; niveaux: boolean; classes: Methode }
/** What a list sends, and how it is said; '' is what the address leaves out. */
type Choix = readonly (readonly [valeur: string, nom: string])[]

const LES_INDICATEURS: Choix = INDICATEURS.map(({ cle, nom }) => [cle, nom])
const LES_MAILLES: Choix = MAILLES.map((maille) => [maille, PAR_MAILLE[maille]])
const NIVEAUX: Choix = [
  ['', 'trois classes'],
  ['7', 'sept niveaux de l’Insee'],
]
const CLASSES: Choix = [
  ['', 'de même effectif (quantiles)'],
  ['jenks', 'par seuils naturels (Jenks)'],
]

const AIDE_CLASSES =
  'Quantiles : autant de territoires dans chaque classe. Jenks : les valeurs proches ensemble, les limites dans les creux.'

/** A form that a browser sends by itself: what to map, by what, how finely rurality is told, in which classes. */
export function ChoixIndicateur({ indicateur, maille, niveaux, classes }: Props) {
  return (
    <form action="/couverture" method="get" className="choix-indicateur">
      <Liste nom="indicateur" titre="Indicateur" choix={LES_INDICATEURS} choisi={indicateur} />
      <Liste nom="maille" titre="Découpage" choix={LES_MAILLES} choisi={maille} />
      <Liste nom="niveaux" titre="Ruralité" choix={NIVEAUX} choisi={niveaux ? '7' : ''} />
      <Liste nom="classes" titre="Classes de la carte" choix={CLASSES} choisi={classes === 'jenks' ? classes : ''} />
      <p className="discret choix-aide" id="c-classes-aide">
        {AIDE_CLASSES}
      </p>
      <button type="submit" className="bouton">
        Afficher
      </button>
    </form>
  )
}

function Liste({ nom, titre, choix, choisi }: { nom: string; titre: string; choix: Choix; choisi: string }) {
  return (
    <div className={nom === 'indicateur' ? 'choix-indicateur-large' : undefined}>
      <label htmlFor={`c-${nom}`}>{titre}</label>
      <select
        id={`c-${nom}`}
        name={nom}
        className="champ-liste"
        defaultValue={choisi}
        aria-describedby={nom === 'classes' ? 'c-classes-aide' : undefined}
      >
        {choix.map(([valeur, texte]) => (
          <option key={valeur} value={valeur}>
            {texte}
          </option>
        ))}
      </select>
    </div>
  )
}
