/** One field that leads to the list: for pages that are not the list. */
export function RechercheSimple() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form className="recherche-simple" action="/" method="get" role="search">
      <label htmlFor="q">Votre commune, votre code postal ou le nom d’un lieu</label>
      <div className="champ-et-bouton">
        <input id="q" name="q" type="search" maxLength={200} autoComplete="off" />
        <button type="submit">Chercher</button>
      </div>
    </form>
  )
}
