import type { ReactNode } from 'react'
import { ChampRecherche } from '#app/components/champ-recherche.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { Groupe } from '#app/pages/accueil/choix.tsx'
import { FiltreOffre } from '#app/pages/accueil/filtres/offre.tsx'
import { nombreChoisi, Pli } from '#app/pages/accueil/filtres/pli.tsx'
import { FiltreQuand } from '#app/pages/accueil/filtres/quand.tsx'
import { FiltreCommune, FiltreDepartement, FiltreEmployeur } from '#app/pages/accueil/filtres/territoire.tsx'
import type { Facettes } from '#app/pages/accueil/formulaire.tsx'
import { FIGURES, type NomDeFigure } from '#app/pages/embed/figures.ts'
import { type ChoixDuCadre, HAUTEURS } from './parametres.ts'

type DeListe = { figure: null; filters: Filters; q: string; libelle: string; facettes: Facettes; estimee: boolean }
type DeFigure = { figure: NomDeFigure }
type Props = { choix: ChoixDuCadre; page: (DeListe | DeFigure) & { caches: [string, string][] } }

const THEMES = [
  ['', 'Comme le navigateur du visiteur'],
  ['clair', 'Clair'],
  ['sombre', 'Sombre'],
] as const
const VUES = [
  ['', 'La liste et la carte'],
  ['liste', 'La liste seule'],
  ['carte', 'La carte seule'],
] as const

/** A form that any browser can send; a script makes the frame follow it. */
export function Formulaire({ choix, page }: Props) {
  return (
    <form action="/integrer" method="get" className="integrer-form" data-island="integrer">
      {page.figure === null ? <ChoixDeListe {...page} /> : <p>{FIGURES[page.figure].nom}.</p>}
      <fieldset className="groupe">
        <legend>L’aspect du cadre</legend>
        {page.figure === null && <Radios nom="vue" titre="Ce qu’il montre" choix={VUES} choisi={vueOf(page.filters)} />}
        <Radios nom="theme" titre="Ses couleurs" choix={THEMES} choisi={choix.theme ?? ''} />
        <p>
          <label htmlFor="i-hauteur">Sa hauteur, en pixels </label>
          <input
            className="champ-liste"
            id="i-hauteur"
            name="hauteur"
            type="number"
            {...HAUTEURS}
            step={10}
            defaultValue={choix.hauteur}
          />
        </p>
      </fieldset>
      {page.caches.map(([nom, valeur]) => (
        <input key={`${nom}=${valeur}`} type="hidden" name={nom} value={valeur} />
      ))}
      <button type="submit" className="bouton">
        Voir le cadre et son code
      </button>
    </form>
  )
}

function vueOf({ vue }: Filters): string {
  return vue ?? ''
}

function ChoixDeListe({ q, libelle, facettes, filters, estimee }: DeListe): ReactNode {
  return (
    <>
      <ChampRecherche
        q={q || libelle}
        propose={false}
        libelle="Une commune, un département"
        aide="Laissez vide pour toute la France."
      />
      {filters.commune !== null && (
        <p>
          <a href="/integrer">Toute la France</a>
        </p>
      )}
      <div id="integrer-filtres" className="plis">
        <FiltreDepartement facettes={facettes} />
        <FiltreCommune facettes={facettes} estimee={estimee} />
        <FiltreQuand ouvert={filters.ouvert} />
        <FiltreOffre offre={facettes} />
        <FiltreEmployeur facettes={facettes} />
        {facettes.couches.length > 0 && (
          <Pli id="f-couches" titre={`Autres adresses${nombreChoisi(facettes.couches)}`}>
            <Groupe
              legende="À côté des lieux d’accueil"
              nom="couche"
              options={facettes.couches}
              precision="comptés à part"
            />
          </Pli>
        )}
      </div>
    </>
  )
}

type RadiosProps = { nom: string; titre: string; choix: readonly (readonly [string, string])[]; choisi: string }

function Radios({ nom, titre, choix, choisi }: RadiosProps) {
  return (
    <fieldset className="groupe">
      <legend>{titre}</legend>
      {choix.map(([valeur, mots]) => (
        <label key={valeur} className="choix" htmlFor={`i-${nom}-${valeur}`}>
          <input type="radio" id={`i-${nom}-${valeur}`} name={nom} value={valeur} defaultChecked={valeur === choisi} />
          <span>{mots}</span>
        </label>
      ))}
    </fieldset>
  )
}
