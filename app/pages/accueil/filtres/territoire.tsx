import { Choix, Constante, Groupe, type Option } from '#app/pages/accueil/choix.tsx'
import type { Constantes } from '#app/pages/accueil/facettes.server.ts'
import { nombreChoisi, Pli } from './pli.tsx'

type DepartementProps = { facettes: { departement: Option[]; constantes: Constantes } }

export function FiltreDepartement({ facettes: { departement: options, constantes } }: DepartementProps) {
  const metropole = options.filter(({ valeur }) => valeur.length === 2)
  const outreMer = options.filter(({ valeur }) => valeur.length === 3)
  return (
    <Pli id="f-departements" titre={`Département${nombreChoisi(options)}`} defile>
      {constantes.departement === undefined ? (
        <>
          <Groupe legende="France métropolitaine" nom="departement" options={metropole} />
          <Groupe legende="Outre-mer" nom="departement" options={outreMer} />
        </>
      ) : (
        <Constante valeur={constantes.departement} />
      )}
    </Pli>
  )
}

type CommuneProps = {
  facettes: { ruralite: Option[]; densite: Option[]; frr: Option | null; constantes: Constantes }
  estimee: boolean
}

/** Rural or urban: three classes, the seven levels of the grid, and the zoning. */
export function FiltreCommune({ facettes, estimee }: CommuneProps) {
  const { ruralite, densite, frr, constantes } = facettes
  const estimation = estimee ? 'estimation d’après la population' : null
  return (
    <Pli id="f-commune" titre={`Rural ou urbain${nombreChoisi([...ruralite, ...densite, ...(frr ? [frr] : [])])}`}>
      <Groupe legende="Type de commune" nom="ruralite" options={ruralite} precision={estimation} />
      <Constante legende="Type de commune" valeur={constantes.ruralite} />
      <Groupe legende="Densité, en sept niveaux" nom="densite" options={densite} precision={estimation} />
      <Constante legende="Densité" valeur={constantes.densite} />
      {frr && (
        <fieldset className="groupe">
          <legend>Zonage</legend>
          <Choix nom="frr" option={frr} />
        </fieldset>
      )}
      <Constante legende="Zonage" valeur={constantes.frr} />
    </Pli>
  )
}

/** `employeur` is empty when the data has no posts. */
type EmployeurProps = {
  facettes: { employeur: Option[]; zrr: Option | null; qpv: Option | null; constantes: Constantes }
}

/** Who employs, and where that was when the posts were validated: of the structures file, for those who study it. */
export function FiltreEmployeur({ facettes: { employeur, zrr, qpv, constantes } }: EmployeurProps) {
  const zones = [zrr, qpv].flatMap((one) => one ?? [])
  if (employeur.length === 0 && constantes.employeur === undefined) return null
  return (
    <Pli id="f-employeur" titre={`Employeur${nombreChoisi([...employeur, ...zones])}`}>
      <Groupe legende="Nature de l’employeur" nom="employeur" options={employeur} />
      <Constante legende="Nature de l’employeur" valeur={constantes.employeur} />
      {zones.length > 0 && (
        <fieldset className="groupe">
          <legend>À la date de validation du poste</legend>
          {zrr && <Choix nom="zrr" option={zrr} />}
          {qpv && <Choix nom="qpv" option={qpv} />}
        </fieldset>
      )}
      <Constante valeur={constantes.zrr} />
      <Constante valeur={constantes.qpv} />
    </Pli>
  )
}
