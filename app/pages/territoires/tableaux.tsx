import { Tableau } from '#app/components/tableau.tsx'
import type { Tableau as Tables } from '#app/domain/chiffres/tableau.ts'

/** The tables of a territory whose page is at `chemin`, each with its files under it. */
export function Tableaux({ tableaux, chemin }: { tableaux: Tables[]; chemin: string }) {
  return tableaux.map((tableau) => (
    <Tableau key={tableau.id} tableau={tableau} hrefFichier={(extension) => `${chemin}/${tableau.id}.${extension}`} />
  ))
}

/** The same behind their titles. */
export function TableauxPlies({ tableaux, chemin }: { tableaux: Tables[]; chemin: string }) {
  return tableaux.map((tableau) => (
    <details className="pli" key={tableau.id}>
      <summary>{tableau.titre}</summary>
      <div className="pli-contenu">
        <Tableaux tableaux={[tableau]} chemin={chemin} />
      </div>
    </details>
  ))
}
