import type { ParamError } from '#app/domain/parametres.ts'

type Props = {
  errors: readonly ParamError[]
  /** The heading, for one error and for several. */
  titre: readonly [un: string, plusieurs: string]
  /** What became of the rest of the address. */
  suite?: string
}

const FILTRES = ['Un filtre n’est pas valable', 'Des filtres ne sont pas valables'] as const
/** For the pages of figures, where what is chosen filters nothing. */
export const CHOIX = ['Un choix n’est pas valable', 'Des choix ne sont pas valables'] as const

/** The values of the address that mean nothing, each named; nothing when all do. */
export function Refusees({ errors, titre, suite }: Props) {
  if (errors.length === 0) return null
  return (
    <div className="alerte" role="alert">
      <h2>{titre[errors.length > 1 ? 1 : 0]}</h2>
      <ul>
        {errors.map(({ param, value, message }) => (
          <li key={`${param}=${value}`}>{message}</li>
        ))}
      </ul>
      {suite && <p>{suite}</p>}
    </div>
  )
}

/** The same in the part of the page that a filter changes; the list below keeps the other filters. */
export function Erreurs({ errors }: { errors: readonly ParamError[] }) {
  return (
    <div data-region="erreurs" id="erreurs">
      <Refusees errors={errors} titre={FILTRES} suite="Les autres filtres sont gardés." />
    </div>
  )
}
