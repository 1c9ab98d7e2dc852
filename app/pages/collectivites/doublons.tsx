import { Coupable } from '#app/components/coupable.tsx'
import { hrefLieu } from '#app/components/liens.ts'
import { type Difference, SIGNE_LABELS, type Signe } from '#app/domain/rapport/doublons.ts'

type Nomme = { id: string; nom: string }
export type DoublonVu = { a: Nomme; b: Nomme; signes: Signe[]; differences: Difference[] }

/** Two places that may be one, side by side: only what differs is shown. */
export function Doublons({ doublons }: { doublons: readonly DoublonVu[] }) {
  if (doublons.length === 0) return null
  return (
    <section aria-labelledby="doublons">
      <h2 id="doublons">Doublons possibles ({doublons.length})</h2>
      <p>
        Deux signes sur trois concordent (nom, téléphone, position). Si c’est un seul lieu, gardez une seule fiche ;
        sinon, laissez les deux.
      </p>
      {doublons.map(({ a, b, signes, differences }) => (
        <div key={`${a.id} ${b.id}`} className="doublon">
          <table>
            <caption>Concordent : {signes.map((signe) => SIGNE_LABELS[signe]).join(', ')}</caption>
            <thead>
              <tr>
                <th scope="col">Ce qui diffère</th>
                {[a, b].map(({ id, nom }) => (
                  <th scope="col" key={id}>
                    <a href={hrefLieu(id)}>{nom}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map(({ champ, ...cote }) => (
                <tr key={champ}>
                  <th scope="row">{champ}</th>
                  <td>
                    <Coupable texte={cote.a ?? 'absent'} />
                  </td>
                  <td>
                    <Coupable texte={cote.b ?? 'absent'} />
                  </td>
                </tr>
              ))}
              {differences.length === 0 && (
                <tr>
                  <td colSpan={3}>Aucun des champs comparés.</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}
