import { FILTERS } from '#app/domain/filters/table.ts'
import { formatHeure, JOURS } from '#app/domain/horaires/semaine.ts'
import { Pli } from './pli.tsx'

/** The hours that a list can offer; any other moment is kept when the URL asks for it. */
const HEURES = [9, 10, 11, 14, 15, 16, 17, 18]

const CRENEAUX = JOURS.map((jour) => ({
  jour,
  options: HEURES.map((heure) => ({
    valeur: `${jour.slice(0, 3)}-${String(heure).padStart(2, '0')}:00`,
    libelle: `${jour} à ${formatHeure(heure * 60)}`,
  })),
}))
const OFFERTS = new Set(CRENEAUX.flatMap(({ options }) => options.map(({ valeur }) => valeur)))

/** Another moment: a day and an hour of an ordinary week. */
export function FiltreQuand({ ouvert }: { ouvert: string | null }) {
  const autre = ouvert !== null && !OFFERTS.has(ouvert) ? ouvert : null
  return (
    <Pli id="f-quand" titre={ouvert === null ? 'Autre moment' : 'Autre moment : choisi'}>
      <label htmlFor="f-ouvert" className="champ-titre">
        Ouvert quand ?
      </label>
      <select id="f-ouvert" name="ouvert" className="champ-liste" defaultValue={ouvert ?? ''}>
        <option value="">N’importe quand</option>
        {autre && <option value={autre}>{FILTERS.ouvert.label?.(autre, {})}</option>}
        {CRENEAUX.map(({ jour, options }) => (
          <optgroup key={jour} label={jour}>
            {options.map(({ valeur, libelle }) => (
              <option key={valeur} value={valeur}>
                {libelle}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p className="precision">
        D’après les horaires publiés. Ceux de plus de 18 mois sont comptés à part ; un lieu sans horaires publiés n’est
        pas montré.
      </p>
    </Pli>
  )
}
