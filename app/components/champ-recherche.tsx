import type { ReactNode } from 'react'

/**
 * The one field that finds: a plain field of a GET form, which answers with the choices. The island adds the choices
 * as one types, in the box that the server leaves empty. `children`: other ways to say where, beside the button.
 */
export function ChampRecherche({ q = '', children }: { q?: string; children?: ReactNode }) {
  return (
    <div className="filtre-texte" data-island="recherche">
      <label htmlFor="q">Votre commune, code postal ou adresse</label>
      <p className="aide" id="q-aide">
        Ou le nom d’un lieu.
      </p>
      <div className="champ-et-bouton">
        <div className="champ-saisie">
          <input
            id="q"
            name="q"
            // Not of type search: such a field may not become a combobox.
            type="text"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby="q-aide"
          />
          <div className="propositions" data-rempli="" />
        </div>
        <button type="submit">Chercher</button>
        {children}
      </div>
    </div>
  )
}
