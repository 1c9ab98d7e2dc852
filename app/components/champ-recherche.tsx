import type { ReactNode } from 'react'
import { Q_MAX } from '#app/domain/filters/table.ts'

type Props = { q?: string; libelle?: string; aide?: string; propose?: boolean; children?: ReactNode }

/**
 * The one field that finds: a plain field of a GET form, which answers with the choices. With `propose`, the island adds
 * the choices as one types, in the box that the server leaves empty; they are those of the list, for the pages that lead
 * to it. `children`: other ways to say where, beside the button.
 */
export function ChampRecherche({
  q = '',
  libelle = 'Votre commune, code postal ou adresse',
  aide = 'Ou le nom d’un lieu.',
  propose = true,
  children,
}: Props) {
  return (
    <div className="filtre-texte" data-island={propose ? 'recherche' : undefined}>
      <label htmlFor="q">{libelle}</label>
      <p className="aide" id="q-aide">
        {aide}
      </p>
      <div className="champ-et-bouton">
        <div className="champ-saisie">
          <input
            id="q"
            name="q"
            // Not of type search: such a field may not become a combobox.
            type="text"
            defaultValue={q}
            maxLength={Q_MAX}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby="q-aide"
          />
          {propose && <div className="propositions" data-rempli="" />}
        </div>
        <button type="submit">Chercher</button>
        {children}
      </div>
    </div>
  )
}
