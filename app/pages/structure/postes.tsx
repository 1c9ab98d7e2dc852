import { SourceLigne } from '#app/components/pied.tsx'
import { compte, formatDate, formatEuros } from '#app/domain/texte/format.ts'

type LignePostes = {
  nombre: number
  dateValidation: string | null
  investissement: number | null
  zrr: boolean | null
  qpv: boolean | null
  line: number
  source: { titre: string; date: string; url: string | null; licence: string | null }
}
type Structure = { postes: number; lignes: LignePostes[] }

/** Each row of the file: posts, date, the State's investment as the file estimates it. */
export function Postes({ structure }: { structure: Structure }) {
  const source = structure.lignes[0]?.source
  return (
    <section className="encart" aria-labelledby="postes">
      <h2 id="postes">
        {compte(structure.postes, 'poste validé', 'postes validés')}
        {source && ` au ${formatDate(source.date)}`}
      </h2>
      {structure.postes === 0 ? (
        <p>Cet employeur figure dans la liste avec 0 poste : ses postes validés en ont été retirés.</p>
      ) : (
        <p>
          Ce sont des postes validés par le comité de sélection depuis 2021. Le fichier ne dit pas s’ils sont pourvus,
          ni s’ils sont encore financés.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard, or not at all */}
      <section className="table-defile" tabIndex={0} aria-label="Lignes du fichier pour cet employeur">
        <table className="postes">
          <caption className="invisible">Lignes du fichier pour cet employeur</caption>
          <thead>
            <tr>
              <th scope="col">Validation</th>
              <th scope="col">Postes</th>
              <th scope="col">Investissement estimé de l’État</th>
              <th scope="col">À la date de validation</th>
            </tr>
          </thead>
          <tbody>
            {structure.lignes.map((ligne) => (
              <tr key={ligne.line}>
                <td>{ligne.dateValidation ? formatDate(ligne.dateValidation) : 'date non communiquée'}</td>
                <td className="chiffres">{ligne.nombre}</td>
                <td className="chiffres">
                  {ligne.investissement === null ? 'non communiqué' : formatEuros(ligne.investissement)}
                </td>
                <td>{zonages(ligne)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {source && (
        <p className="discret">
          Source : <SourceLigne source={{ ...source, producteur: null }} />, {lignesDuFichier(structure.lignes)}.
        </p>
      )}
    </section>
  )
}

function zonages({ zrr, qpv }: LignePostes): string {
  if (zrr === null && qpv === null) return 'zonage non communiqué'
  const zones = [zrr && 'en ZRR', qpv && 'en quartier prioritaire (QPV)'].filter(Boolean)
  return zones.length > 0 ? zones.join(', ') : 'ni ZRR ni QPV'
}

function lignesDuFichier(lignes: LignePostes[]): string {
  return `${lignes.length > 1 ? 'lignes' : 'ligne'} ${lignes.map(({ line }) => line).join(', ')} du fichier`
}
