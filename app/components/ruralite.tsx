import { type Ruralite as Classe, DENSITE_LABELS } from '#app/domain/vocabulary.ts'

type Props = { ruralite: Classe; densite: number | null; frr: string | null; estimee: boolean }

const COMMUNES: Record<Classe, string> = {
  rural: 'Commune rurale',
  intermediaire: 'Commune urbaine intermédiaire',
  urbain: 'Commune urbaine dense',
  inconnue: 'Commune non classée',
}

/** The class of a commune, its level, its zoning; an estimate says so. Items of a list. */
export function Ruralite({ ruralite, densite, frr, estimee }: Props) {
  const niveau = densite === null ? undefined : DENSITE_LABELS[densite - 1]
  return (
    <>
      <li>
        {COMMUNES[ruralite]}
        {niveau && ` (${niveau.toLowerCase()})`}
        {estimee && ruralite !== 'inconnue' && ', estimation'}
      </li>
      {frr && <li>{frr}</li>}
    </>
  )
}
