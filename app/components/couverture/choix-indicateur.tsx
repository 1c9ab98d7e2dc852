import { INDICATEURS, type Indicateur, MAILLES, type Maille, PAR_MAILLE } from '#app/domain/couverture/indicateurs.ts'

type Props = { indicateur: Indicateur['cle']; maille: Maille; niveaux: boolean }

const NIVEAUX = [
  { valeur: '', nom: 'trois classes' },
  { valeur: '7', nom: 'sept niveaux de l’Insee' },
]

/** A form that a browser sends by itself: what to map, by what, and how finely rurality is told. */
export function ChoixIndicateur({ indicateur, maille, niveaux }: Props) {
  return (
    <form action="/couverture" method="get" className="choix-indicateur">
      <div className="choix-indicateur-large">
        <label htmlFor="c-indicateur">Indicateur</label>
        <select id="c-indicateur" name="indicateur" className="champ-liste" defaultValue={indicateur}>
          {INDICATEURS.map(({ cle, nom }) => (
            <option key={cle} value={cle}>
              {nom}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="c-maille">Découpage</label>
        <select id="c-maille" name="maille" className="champ-liste" defaultValue={maille}>
          {MAILLES.map((valeur) => (
            <option key={valeur} value={valeur}>
              {PAR_MAILLE[valeur]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="c-niveaux">Ruralité</label>
        <select id="c-niveaux" name="niveaux" className="champ-liste" defaultValue={niveaux ? '7' : ''}>
          {NIVEAUX.map(({ valeur, nom }) => (
            <option key={valeur} value={valeur}>
              {nom}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="bouton">
        Afficher
      </button>
    </form>
  )
}
