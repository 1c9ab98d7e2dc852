import { Icone } from '#app/components/icones.tsx'

/**
 * "Autour de moi": shown once a script can ask the browser for the position, and only asks on a click
 * (app/islands/position.ts). What goes wrong is said beside it.
 */
export function AutourDeMoi() {
  return (
    <>
      <button type="button" className="bouton-second position" data-position data-island="position">
        <Icone nom="viseur" />
        Autour de moi
      </button>
      <p className="position-message" id="position-message" role="status" />
    </>
  )
}
