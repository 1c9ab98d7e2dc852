import type { ReactNode } from 'react'
import { hrefAccueil } from '#app/components/liens.ts'
import type { LieuListe } from '#app/components/lieu-resume.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { formatNombre } from '#app/domain/texte/format.ts'

/** `liste`: those of this page; `page`: where they begin. */
export type SansService = { total: number; liste: LieuListe[]; page: number }
/** `children`: the cards of `sansService.liste`. */
type Props = { filters: Filters; sansService: SansService; children: ReactNode }

/** When a service is asked: the places that state none come after those that state it, with their own count. */
export function ServiceInconnu({ filters, sansService, children }: Props) {
  if (sansService.total === 0) return null
  const titre = phraseSansService(sansService.total)
  if (sansService.liste.length === 0) {
    if (filters.page > sansService.page) return null
    return (
      <p className="suite">
        <a href={`${hrefAccueil({ ...filters, page: sansService.page })}#sans-service`}>{titre}</a>, à la suite des
        autres.
      </p>
    )
  }
  return (
    <div className="sans-lieu">
      <h2 id="sans-service">{titre}</h2>
      <p>
        Ils ont peut-être ce que vous cherchez : appelez pour savoir. Ils ne sont pas comptés dans les résultats.{' '}
        <a href={hrefAccueil({ ...filters, service: [], page: 1, vue: 'carte' })}>Voir tous les lieux sur la carte</a>
      </p>
      {children}
    </div>
  )
}

/** "12 lieux ne disent pas ce qu’ils proposent". */
export function phraseSansService(total: number): string {
  return total === 1
    ? '1 lieu ne dit pas ce qu’il propose'
    : `${formatNombre(total)} lieux ne disent pas ce qu’ils proposent`
}
