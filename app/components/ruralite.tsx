import { type Ruralite as Classe, DENSITE_LABELS, RURALITE_LABELS } from '#app/domain/vocabulary.ts'

type Props = { ruralite: Classe; densite: number | null; frr: string | null; estimee: boolean }

/** The class of a commune, its level, its zoning; an estimate says so. Items of a list. */
export function Ruralite({ ruralite, densite, frr, estimee }: Props) {
  const niveau = densite === null ? undefined : DENSITE_LABELS[densite - 1]
  return (
    <>
      <li>
        {ruralite === 'inconnue' ? 'Commune non classée' : `Commune : ${RURALITE_LABELS[ruralite].toLowerCase()}`}
        {niveau && ` (${niveau.toLowerCase()})`}
        {estimee && ruralite !== 'inconnue' && ', estimation'}
      </li>
      {frr && <li>{frr}</li>}
    </>
  )
}
