import { areHorairesAnciens } from '#app/domain/horaires/resume.ts'
import { type LigneHoraires, tableDesHoraires } from '#app/domain/horaires/semaine.ts'
import { lignesDuTexte } from '#app/domain/horaires/texte.ts'
import { formatAge } from '#app/domain/texte/format.ts'
import type { LieuComplet } from './lieu-complet.ts'

// Two slots a day stand on one line of paper; more, or long rules, take a smaller type there.
const TRANCHES = 2
const LETTRES = 100

/** The ordinary week as a table; what no table can say, in words; old hours say to call first. */
export function Horaires({ lieu, maintenant }: { lieu: LieuComplet; maintenant: Date }) {
  const lignes = lieu.semaine ? tableDesHoraires(lieu.semaine) : []
  const texte = lieu.semaine ? lieu.semaine.texte : lieu.horaires
  const regles = texte ? lignesDuTexte(texte) : []
  const conseil = lieu.telephone ? 'Appelez avant de venir' : 'Renseignez-vous avant de venir'
  const dense = regles.join('').length > LETTRES || lignes.some(({ plages }) => plages.length > TRANCHES)
  return (
    <section className={`encart semaine${dense ? ' papier-dense' : ''}`} aria-labelledby="horaires">
      <h2 id="horaires">Horaires</h2>
      {lignes.length === 0 && regles.length === 0 && <p>Les horaires ne sont pas communiqués. {conseil}.</p>}
      {(lignes.length > 0 || regles.length > 0) && areHorairesAnciens(lieu.dateMaj, maintenant) && (
        <p className="alerte-ligne">
          {lieu.dateMaj
            ? `Fiche mise à jour ${formatAge(lieu.dateMaj, maintenant)} : ces horaires ont pu changer`
            : 'La date de ces horaires est inconnue'}
          . {conseil}.
        </p>
      )}
      {lignes.length > 0 && <Table lignes={lignes} />}
      {regles.length > 0 && <Regles regles={regles} seules={lignes.length === 0} />}
      {lieu.semaine?.feries === 'ferme' && <p>Fermé les jours fériés.</p>}
      {lieu.semaine?.feries === 'ouvert' && <p>Ouvert aussi les jours fériés.</p>}
      {lieu.semaine?.feries === null && lignes.length > 0 && (
        <p>Jours fériés : non précisé, {lieu.telephone ? 'appelez' : 'renseignez-vous'}.</p>
      )}
    </section>
  )
}

/** What no ordinary week holds. Alone, it is all that is known of the hours. */
function Regles({ regles, seules }: { regles: string[]; seules: boolean }) {
  return (
    <>
      <p className="precisions">{seules ? 'Horaires, tels qu’ils sont publiés :' : 'Précisions :'}</p>
      <ul>
        {regles.map((regle) => (
          <li key={regle}>{regle}</li>
        ))}
      </ul>
    </>
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
                <span key={tranche}>{tranche} </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
