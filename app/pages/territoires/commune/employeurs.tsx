import { hrefStructure } from '#app/components/liens.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { compte } from '#app/domain/texte/format.ts'

type Siege = { cle: string; nom: string; postes: number; departementCode: string; communeNom: string | null }

/** What the table of employers does not say: that there are none, and who has its seat here and its posts elsewhere. */
export function EmployeursDeCommune({ aucun, sieges }: { aucun: boolean; sieges: Siege[] }) {
  return (
    <>
      {aucun && <p>Aucun employeur n’a de poste validé dans cette commune.</p>}
      {sieges.length > 0 && (
        <>
          <p>Leur siège est ici, leurs postes sont comptés ailleurs :</p>
          <ul>
            {sieges.map(({ cle, nom, postes, departementCode, communeNom }) => (
              <li key={cle}>
                <a href={hrefStructure(cle)}>{nomDoux(nom, communeNom)}</a>,{' '}
                {compte(postes, 'poste validé', 'postes validés')}
                {communeNom ? ` à ${communeNom} (${departementCode})` : ` (${departementCode})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
