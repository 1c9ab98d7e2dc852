import type { FilterError } from '#app/domain/filters.ts'

/** What the address asks wrongly, each parameter named; the forms below keep what was typed. */
export function ErreursScenario({ errors }: { errors: readonly FilterError[] }) {
  if (errors.length === 0) return null
  return (
    <div className="alerte" role="alert">
      <h2>Ce scénario ne peut pas être calculé</h2>
      <ul>
        {errors.map(({ param, value, message }) => (
          <li key={`${param}=${value}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
