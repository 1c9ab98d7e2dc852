import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { formatTelephone } from '#app/domain/texte/format.ts'
import { Icone } from './icones.tsx'

/** A number to call, in large digits: what most visitors came for. `pour` names the place to a screen reader, after what is seen. */
export function Telephone({ numero, pour }: { numero: string; pour: string }) {
  return (
    <a className="telephone" href={`tel:${numero}`}>
      <Icone nom="telephone" />
      <span className="chiffres">{formatTelephone(numero)}</span>
      <span className="invisible"> : téléphoner à {nomDoux(pour)}</span>
    </a>
  )
}
