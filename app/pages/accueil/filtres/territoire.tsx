import { Choix, Groupe, type Option } from '#app/pages/accueil/choix.tsx'
import { nombreChoisi, Pli } from './pli.tsx'

export function FiltreDepartement({ options }: { options: Option[] }) {
  const metropole = options.filter(({ valeur }) => valeur.length === 2)
  const outreMer = options.filter(({ valeur }) => valeur.length === 3)
  return (
    <Pli id="f-departements" titre={`Département${nombreChoisi(options)}`} defile>
      <Groupe legende="France métropolitaine" nom="departement" options={metropole} />
      <Groupe legende="Outre-mer" nom="departement" options={outreMer} />
    </Pli>
  )
}

type CommuneProps = { facettes: { ruralite: Option[]; densite: Option[]; frr: Option }; estimee: boolean }

/** Rural or urban: three classes, the seven levels of the grid, and the zoning. */
export function FiltreCommune({ facettes, estimee }: CommuneProps) {
  const { ruralite, densite, frr } = facettes
  const estimation = estimee ? 'estimation d’après la population' : null
  return (
    <Pli id="f-commune" titre={`Rural ou urbain${nombreChoisi([...ruralite, ...densite, frr])}`}>
      <Groupe legende="Type de commune" nom="ruralite" options={ruralite} precision={estimation} />
      <Groupe legende="Densité, en sept niveaux" nom="densite" options={densite} precision={estimation} />
      <fieldset className="groupe">
        <legend>Zonage</legend>
        <Choix nom="frr" option={frr} />
      </fieldset>
    </Pli>
  )
}

/** `employeur` is empty when the data has no posts. */
type EmployeurProps = { facettes: { employeur: Option[]; zrr: Option; qpv: Option } }

/** Who employs, and where that was when the posts were validated: of the structures file, for those who study it. */
export function FiltreEmployeur({ facettes: { employeur, zrr, qpv } }: EmployeurProps) {
  if (employeur.length === 0) return null
  return (
    <Pli id="f-employeur" titre={`Employeur${nombreChoisi([...employeur, zrr, qpv])}`}>
      <Groupe legende="Nature de l’employeur" nom="employeur" options={employeur} />
      <fieldset className="groupe">
        <legend>À la date de validation du poste</legend>
        <Choix nom="zrr" option={zrr} />
        <Choix nom="qpv" option={qpv} />
      </fieldset>
    </Pli>
  )
}
