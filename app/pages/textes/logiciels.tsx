import licences from './licences.json'

const PAQUETS = Object.entries(licences).map(([licence, noms]) => ({ licence, noms: noms.split(', ') }))
const TOTAL = PAQUETS.reduce((sum, { noms }) => sum + noms.length, 0)

/** What the program is made of and under which licences, from the file that `npm run licences` writes. */
export function Logiciels() {
  return (
    <>
      <h2>Le logiciel</h2>
      <p>
        Ce site est un logiciel libre, sous la licence MIT. Il est fait avec {TOTAL} autres logiciels, chacun sous la
        sienne.
      </p>
      <details className="pli">
        <summary>Ces logiciels, par licence</summary>
        <dl className="pli-contenu">
          {PAQUETS.map(({ licence, noms }) => (
            <div key={licence}>
              <dt>
                {licence} ({noms.length})
              </dt>
              <dd>{noms.join(', ')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
