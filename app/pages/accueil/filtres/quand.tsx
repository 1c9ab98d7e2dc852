import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import { formatHeure, JOURS } from '#app/domain/horaires/semaine.ts'
import { Pli } from './pli.tsx'

/** The hours that a list can offer; any other moment is kept when the URL asks for it. */
const HEURES = [9, 10, 11, 14, 15, 16, 17, 18]

const MOMENTS = JOURS.map((jour) => ({
  jour,
  options: HEURES.map((heure) => ({
    valeur: `${jour.slice(0, 3)}-${String(heure).padStart(2, '0')}:00`,
    libelle: `${jour} à ${formatHeure(heure * 60)}`,
  })),
}))
const OFFERTS = new Set(MOMENTS.flatMap(({ options }) => options.map(({ valeur }) => valeur)))

/** When the visitor can come: now, or at a day and an hour of an ordinary week. */
export function FiltreQuand({ ouvert }: { ouvert: string | null }) {
  const autre = ouvert !== null && ouvert !== MAINTENANT && !OFFERTS.has(ouvert) ? ouvert : null
  return (
    <Pli id="f-quand" titre={ouvert === null ? 'Jour et heure' : 'Jour et heure : choisi'}>
      <label htmlFor="f-ouvert" className="champ-titre">
        Ouvert quand ?
      </label>
      <select id="f-ouvert" name="ouvert" className="champ-liste" defaultValue={ouvert ?? ''}>
        <option value="">N’importe quand</option>
        <option value={MAINTENANT}>Maintenant</option>
        {autre && <option value={autre}>{FILTERS.ouvert.label?.(autre, {})}</option>}
        {MOMENTS.map(({ jour, options }) => (
          <optgroup key={jour} label={jour}>
            {options.map(({ valeur, libelle }) => (
              <option key={valeur} value={valeur}>
                {libelle}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p className="precision">D’après les horaires publiés. Un lieu sans horaires publiés n’est pas montré.</p>
    </Pli>
  )
}
