import { Tableau } from '#app/components/tableau.tsx'
import type { Tableau as Donnees } from '#app/domain/chiffres/tableau.ts'
import { hrefFichier, Titre } from './titre.tsx'

/** Which files were read, what became of their rows, and what was mended. */
export function Fichiers({ fichiers, corrections }: { fichiers: Donnees; corrections: Donnees }) {
  return (
    <>
      <Titre ancre="sources" />
      <p>
        Ce site ne collecte rien. Il lit des fichiers publiés et garde une copie de chacun. Ses chiffres ne viennent que
        de ces fichiers : les mêmes fichiers donnent les mêmes chiffres.
      </p>
      <Tableau tableau={fichiers} hrefFichier={hrefFichier(fichiers.id)} />
      <p>
        La <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">Licence Ouverte 2.0</a> demande de citer
        la source et la date. Elle ne veut pas dire que le producteur approuve ce site.
      </p>
      <Titre ancre="corrections" />
      <p>
        Nous réparons ce qui peut l’être sans deviner : un zéro perdu au début d’un code, une date écrite autrement, un
        mot d’une ancienne version de la norme. Le reste est signalé et laissé tel quel.
      </p>
      <Tableau tableau={corrections} hrefFichier={hrefFichier(corrections.id)} />
    </>
  )
}
