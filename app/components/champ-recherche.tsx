/** The one field that finds: a commune, a postcode, the name of a place. A plain field of a GET form. */
export function ChampRecherche({ q = '' }: { q?: string }) {
  return (
    <div className="filtre-texte">
      <label htmlFor="q">Votre commune, votre code postal ou le nom d’un lieu</label>
      <div className="champ-et-bouton">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit">Chercher</button>
      </div>
    </div>
  )
}
