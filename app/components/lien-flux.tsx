/** What becomes of the places of a territory, for who follows it from elsewhere. */
export function LienFlux({ titre, chemin }: { titre: string; chemin: string }) {
  return (
    <p className="ecran">
      <a href={chemin}>{titre}, lieu par lieu (flux Atom)</a>
    </p>
  )
}
