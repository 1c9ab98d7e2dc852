import type { ColonneAChoisir, KindVerifie } from '#app/domain/rapport/verification.ts'
import { KIND_TABLES } from '#app/lecture/kinds.ts'

type Props = { colonnes: readonly ColonneAChoisir[]; choisies: readonly string[]; kind: KindVerifie | null }

/** Says which column is which, of a file whose names are others: sent with the file, which is asked for again. */
export function ChoixDeColonnes({ colonnes, choisies, kind }: Props) {
  const noms = Object.keys(KIND_TABLES[kind ?? 'lieux'].columns)
  if (colonnes.length === 0 && choisies.length === 0) return null
  return (
    <fieldset className="choix-de-colonnes" id="colonnes">
      <legend>Les colonnes qui portent un autre nom</legend>
      <p>
        Dites ce qu’elles sont, puis choisissez de nouveau votre fichier : il n’est pas gardé. Ce qui reste sur « non
        lue » est passé.
      </p>
      {choisies.map((one) => (
        <input key={one} type="hidden" name="colonne" value={one} />
      ))}
      <div className="colonnes-a-dire">
        {colonnes.map(({ published, column }, rang) => (
          <p key={published}>
            <label htmlFor={`colonne-${rang}`}>
              <bdi>{published}</bdi> est
            </label>
            <select
              id={`colonne-${rang}`}
              name="colonne"
              className="champ-liste"
              defaultValue={column === null ? '' : `${published}=${column}`}
            >
              <option value="">non lue</option>
              {noms.map((nom) => (
                <option key={nom} value={`${published}=${nom}`}>
                  {nom}
                </option>
              ))}
            </select>
          </p>
        ))}
      </div>
    </fieldset>
  )
}
