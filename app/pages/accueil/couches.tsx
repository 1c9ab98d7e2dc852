import { Choix, type Option } from './choix.tsx'

/** What may be shown beside the places: counted apart, never among them. */
export function Couches({ option }: { option: Option | null }) {
  if (option === null) return null
  return (
    <fieldset className="groupe">
      <legend>
        Un autre réseau, pour vos démarches <span className="precision">(compté à part)</span>
      </legend>
      <Choix nom="couche" option={option} />
    </fieldset>
  )
}
