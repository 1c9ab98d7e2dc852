import { type LigneHoraires, tableDesHoraires } from '#app/domain/horaires.ts'
import { areHorairesAnciens } from '#app/domain/resume-horaires.ts'
import type { LieuComplet } from './lieu-complet.ts'

/** The ordinary week as a table; what no table can say, as published; old hours say to call first. */
export function Horaires({ lieu, maintenant }: { lieu: LieuComplet; maintenant: Date }) {
  const lignes = lieu.semaine ? tableDesHoraires(lieu.semaine) : []
  const texte = lieu.semaine ? lieu.semaine.texte : lieu.horaires
  const conseil = lieu.telephone ? 'Appelez avant de venir' : 'Renseignez-vous avant de venir'
  return (
    <section className="encart" aria-labelledby="horaires">
      <h2 id="horaires">Horaires</h2>
      {lignes.length === 0 && !texte && <p>Les horaires ne sont pas communiqués. {conseil}.</p>}
      {(lignes.length > 0 || texte) && areHorairesAnciens(lieu.dateMaj, maintenant) && (
        <p className="alerte-ligne">
          {lieu.dateMaj ? 'Ces horaires ont plus d’un an' : 'La date de ces horaires est inconnue'}. {conseil}.
        </p>
      )}
      {lignes.length > 0 && <Table lignes={lignes} />}
      {texte && (
        <p>
          Précisions, telles qu’elles sont publiées : <span className="tel-quel">{texte}</span>
        </p>
      )}
      {lieu.semaine?.feries === 'ferme' && <p>Fermé les jours fériés.</p>}
      {lieu.semaine?.feries === 'ouvert' && <p>Ouvert aussi les jours fériés.</p>}
    </section>
  )
}

function Table({ lignes }: { lignes: LigneHoraires[] }) {
  return (
    <table className="horaires">
      <caption className="invisible">Horaires d’une semaine ordinaire</caption>
      <tbody>
        {lignes.map(({ jour, plages, libelle }) => (
          <tr key={jour} className={plages.length === 0 ? 'discret' : undefined}>
            <th scope="row">{jour}</th>
            <td className="chiffres">
              {libelle.split(', ').map((tranche) => (
                <span key={tranche}>{tranche}</span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
