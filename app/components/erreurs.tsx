import type { FilterError } from '#app/domain/filters.ts'

/** The values of the address that mean nothing, each named; the list below keeps the others. */
export function Erreurs({ errors }: { errors: FilterError[] }) {
  return (
    <div data-region="erreurs" id="erreurs">
      {errors.length > 0 && (
        <div className="alerte" role="alert">
          <h2>{errors.length > 1 ? 'Des filtres ne sont pas valables' : 'Un filtre n’est pas valable'}</h2>
          <ul>
            {errors.map((error) => (
              <li key={`${error.param}=${error.value}`}>{error.message}</li>
            ))}
          </ul>
          <p>Les autres filtres sont gardés.</p>
        </div>
      )}
    </div>
  )
}
