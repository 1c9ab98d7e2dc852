import { QUESTIONS } from '#app/domain/lieu/questions.ts'
import { Choix, Constante, Groupe, type Option } from '#app/pages/accueil/choix.tsx'
import type { Constantes } from '#app/pages/accueil/facettes.server.ts'
import { nombreChoisi, Pli } from './pli.tsx'

/** The options of what a place says of itself, each only when some place of the data says it. */
export type OffreOptions = Record<'service' | 'public' | 'prise_en_charge' | 'acces' | 'label', Option[]> &
  Record<'gratuit' | 'acceslibre', Option | null> & { constantes: Constantes }

const CHAMPS_LISTES = ['service', 'public', 'prise_en_charge', 'acces', 'label'] as const

/** What for, for whom, how: the fold stays away when the data says nothing of it. */
export function FiltreOffre({ offre }: { offre: OffreOptions }) {
  const { gratuit, acceslibre, constantes } = offre
  const options = [
    ...CHAMPS_LISTES.flatMap((champ) => offre[champ]),
    ...[gratuit, acceslibre].flatMap((one) => one ?? []),
  ]
  const dites = [...CHAMPS_LISTES, 'gratuit', 'acceslibre'].some((champ) => champ in constantes)
  if (options.length === 0 && !dites) return null
  return (
    <Pli id="f-offre" titre={`Aide et accueil${nombreChoisi(options)}`} defile>
      {CHAMPS_LISTES.map((champ) => (
        <Groupe key={champ} legende={QUESTIONS[champ]} nom={champ} options={offre[champ]} />
      ))}
      {CHAMPS_LISTES.map((champ) => (
        <Constante key={champ} legende={QUESTIONS[champ]} valeur={constantes[champ]} />
      ))}
      {(gratuit || acceslibre) && (
        <fieldset className="groupe">
          <legend>Coût et accessibilité</legend>
          {gratuit && <Choix nom="gratuit" option={gratuit} />}
          {acceslibre && <Choix nom="acceslibre" option={acceslibre} />}
        </fieldset>
      )}
      <Constante valeur={constantes.gratuit} />
      <Constante valeur={constantes.acceslibre} />
    </Pli>
  )
}
