import { METHODES, type Methode } from '#app/domain/carte/choropleth-classes.ts'
import {
  INDICATEUR_PAR_DEFAUT,
  INDICATEURS,
  type Indicateur,
  MAILLES,
  type Maille,
} from '#app/domain/couverture/indicateurs.ts'
import { choice, flag, one } from '#app/domain/parametres/kinds.ts'
import { withTrier } from '#app/domain/parametres/trier.ts'
import { type ParamValues, writeParams } from '#app/domain/parametres.ts'

/** The parameters of `/couverture` and of its files, besides the order of the tables that they choose. */
export const COUVERTURE = {
  indicateur: one<Indicateur['cle']>(INDICATEUR_PAR_DEFAUT.cle, choice(INDICATEURS.map(({ cle }) => cle))),
  maille: one<Maille>('departement', choice(MAILLES)),
  /** The seven levels of density, in place of the three classes. */
  niveaux: {
    ...flag(),
    read: (raw: string) => (raw === '7' ? true : undefined),
    write: () => '7',
    expected: '7, ou rien',
  },
  classes: one<Methode>('quantiles', choice(METHODES)),
}
export type ChoixCouverture = ParamValues<typeof COUVERTURE>

/** The page of coverage, or a file of it, that asks this; what is the default is left out. */
export function hrefCouverture({ trier, ...choix }: ChoixCouverture & { trier: string | null }, fichier = ''): string {
  const chemin = fichier === '' ? '/couverture' : `/couverture/${fichier}`
  return chemin + withTrier(writeParams(COUVERTURE, choix).toString(), trier)
}
