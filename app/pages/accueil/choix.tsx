import { formatNombre } from '#app/domain/texte/format.ts'

/** A choice of a filter: its value in the URL, its words, the places it would give under the other filters. */
export type Option = { valeur: string; label: string; nombre: number; choisi: boolean }

/** A box to tick, whose whole line is the target. */
export function Choix({ nom, option }: { nom: string; option: Option }) {
  const id = `f-${nom}-${option.valeur}`
  return (
    <label className="choix" htmlFor={id}>
      <input type="checkbox" id={id} name={nom} value={option.valeur} defaultChecked={option.choisi} />
      <span>
        {`${option.label} `}
        <span className="compte">{`(${formatNombre(option.nombre)})`}</span>
      </span>
    </label>
  )
}

/** Nothing when there is no choice. */
export function Groupe({ legende, nom, options, precision }: GroupeProps) {
  if (options.length === 0) return null
  return (
    <fieldset className="groupe">
      <legend>
        {legende} {precision && <span className="precision">({precision})</span>}
      </legend>
      <div className="groupe-choix">
        {options.map((option) => (
          <Choix key={option.valeur} nom={nom} option={option} />
        ))}
      </div>
    </fieldset>
  )
}

type GroupeProps = { legende: string; nom: string; options: Option[]; precision?: string | null }

/** In the place of a filter that keeps everything whatever is chosen: what is true of every place. */
export function Constante({ legende, valeur }: { legende?: string; valeur: string | undefined }) {
  if (valeur === undefined) return null
  return (
    <p className="precision">
      {legende && `${legende} : `}
      {valeur}, dans tous les lieux.
    </p>
  )
}
