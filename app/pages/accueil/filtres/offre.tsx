import { QUESTIONS } from '#app/domain/lieu/questions.ts'
import { Choix, Groupe, type Option } from '#app/pages/accueil/choix.tsx'
import { nombreChoisi, Pli } from './pli.tsx'

/** The options of what a place says of itself, each only when some place of the data says it. */
export type OffreOptions = Record<'service' | 'public' | 'prise_en_charge' | 'acces' | 'label', Option[]> &
  Record<'gratuit' | 'acceslibre', Option | null>

const CHAMPS_LISTES = ['service', 'public', 'prise_en_charge', 'acces', 'label'] as const

/** What for, for whom, how: the fold stays away when the data says nothing of it. */
export function FiltreOffre({ offre }: { offre: OffreOptions }) {
  const { gratuit, acceslibre } = offre
  const listes = CHAMPS_LISTES.filter((champ) => offre[champ].length > 0)
  const options = [...listes.flatMap((champ) => offre[champ]), ...[gratuit, acceslibre].flatMap((one) => one ?? [])]
  if (options.length === 0) return null
  return (
    <Pli id="f-offre" titre={`Aide et accueil${nombreChoisi(options)}`} defile>
      {listes.map((champ) => (
        <Groupe key={champ} legende={QUESTIONS[champ]} nom={champ} options={offre[champ]} />
      ))}
      {(gratuit || acceslibre) && (
        <fieldset className="groupe">
          <legend>Coût et accessibilité</legend>
          {gratuit && <Choix nom="gratuit" option={gratuit} />}
          {acceslibre && <Choix nom="acceslibre" option={acceslibre} />}
        </fieldset>
      )}
    </Pli>
  )
}
