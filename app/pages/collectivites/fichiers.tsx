type Props = { chemin: string; flux: string; voir: string | null }

const TABLES = [
  ['lieux', 'Les lieux'],
  ['remarques', 'Toutes les remarques, cellule par cellule'],
  ['employeurs', 'Les employeurs'],
  ['doublons', 'Les doublons possibles'],
] as const

/** What one takes away: the report whole as files, on paper, and what changes as a feed. */
export function Fichiers({ chemin, flux, voir }: Props) {
  const query = voir === null ? '' : `?voir=${voir}`
  return (
    <section className="encart ecran" aria-labelledby="fichiers">
      <h2 id="fichiers">Emporter ce rapport</h2>
      <ul>
        {TABLES.map(([id, nom]) => (
          <li key={id}>
            {nom} : <a href={`${chemin}/${id}.csv${query}`}>{id} en CSV</a> ·{' '}
            <a href={`${chemin}/${id}.xlsx${query}`}>{id} pour tableur (XLSX)</a>
          </li>
        ))}
        <li>
          <a href={flux}>Suivre ce qui change ici (flux Atom)</a>
        </li>
        <li>Cette page s’imprime : les lignes repliées ne sont pas sur le papier.</li>
      </ul>
    </section>
  )
}
