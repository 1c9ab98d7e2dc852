import { hrefStructure } from '#app/components/liens.ts'
import { absenceOf, type EmployeurLu, type LigneLue } from '#app/domain/collectivites/rapport.ts'
import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { Anomalies, Corrigees } from './anomalies.tsx'
import { LignesPubliees } from './lignes-publiees.tsx'

type Props = { employeurs: readonly (EmployeurLu & { lignes: LigneLue[] })[]; postesAu: string | null }

/** The employers of a territory, those without a known place first: their posts are seen by nobody. */
export function Employeurs({ employeurs, postesAu }: Props) {
  if (employeurs.length === 0) return null
  return (
    <section aria-labelledby="employeurs">
      <h2 id="employeurs">Employeurs ({formatNombre(employeurs.length)})</h2>
      <p>
        Postes validés {postesAu && `au ${formatDate(postesAu)} `}par le comité de sélection : le fichier ne dit pas
        s’ils sont pourvus, ni encore financés. Cette liste ne se corrige pas en ligne : écrivez à la préfecture du
        département.
      </p>
      <ul className="fiches-rapport">
        {employeurs.map((one) => (
          <Employeur key={one.id} employeur={one} />
        ))}
      </ul>
    </section>
  )
}

function Employeur({ employeur }: { employeur: Props['employeurs'][number] }) {
  const { cle, nom, postes, communeNom, lieux, lignes } = employeur
  const absence = absenceOf(employeur)
  const anomalies = lignes.flatMap((ligne) => ligne.anomalies)
  return (
    <li className="fiche-rapport">
      <h3>
        <a href={hrefStructure(cle)}>{nom}</a>
      </h3>
      <p>
        {communeNom && `${communeNom} · `}
        {compte(postes, 'poste validé', 'postes validés')} ·{' '}
        {absence === null ? (
          compte(lieux, 'lieu connu', 'lieux connus')
        ) : (
          <>
            <strong>aucun lieu sur la carte</strong> : {absence}.{' '}
            <a href="/collectivites/aide">Faire connaître ses lieux</a>
          </>
        )}
      </p>
      <Anomalies anomalies={anomalies} />
      <LignesPubliees lignes={lignes} />
      <Corrigees anomalies={anomalies.filter(({ code }) => code === 'code_insee.autre_departement')} />
    </li>
  )
}
