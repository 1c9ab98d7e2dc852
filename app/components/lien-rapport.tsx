import type { TypeTerritoire } from '#app/domain/collectivites/vues.ts'

/** From what the public sees to what its publisher can mend. */
export function LienRapport({ type, code }: { type: TypeTerritoire; code: string }) {
  return (
    <p className="ecran">
      Vous publiez ces informations ?{' '}
      <a href={`/collectivites/${type}/${code}`}>Voyez ce qui manque ou est à corriger</a>.
    </p>
  )
}
