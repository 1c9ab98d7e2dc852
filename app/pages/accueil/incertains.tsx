import type { ReactNode } from 'react'
import { hrefAccueil } from '#app/components/liens.ts'
import type { LieuListe } from '#app/components/lieu-resume.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { formatNombre } from '#app/domain/texte/format.ts'

/**
 * The places of which the data does not say whether they suit. `liste`: those of this page; `page`: where they begin;
 * `services`, `anciens`: how many do not say what one does there, how many are open by old hours, of `annees`.
 */
export type Incertains = Comptes & { liste: LieuListe[]; page: number }
type Comptes = { total: number; services: number; anciens: number; annees: (string | null)[] }
/** `children`: the cards of `incertains.liste`. */
type Props = { filters: Filters; incertains: Incertains; children: ReactNode }

/** After those that suit, with their own count: who may suit, and is to be called. */
export function LieuxIncertains({ filters, incertains, children }: Props) {
  if (incertains.total === 0) return null
  const titre = phraseIncertains(incertains)
  if (incertains.liste.length === 0) {
    if (filters.page > incertains.page) return null
    return (
      <p className="suite">
        <a href={`${hrefAccueil({ ...filters, page: incertains.page })}#incertains`}>{titre}</a>, à la suite des autres.
      </p>
    )
  }
  return (
    <div className="sans-lieu">
      <h2 id="incertains">{titre}</h2>
      <p>
        {incertains.services > 0 && 'Ils ont peut-être ce que vous cherchez. '}
        {incertains.anciens > 0 && 'Leurs horaires ont pu changer. '}
        Ils ne sont pas comptés dans les résultats.
      </p>
      {children}
    </div>
  )
}

/** "12 lieux ne le précisent pas : appelez", "5 lieux ouverts d’après des horaires de 2022 : appelez". */
export function phraseIncertains({ total, services, anciens, annees }: Comptes): string {
  const lieux = `${formatNombre(total)} ${total === 1 ? 'lieu' : 'lieux'}`
  if (anciens === 0) return `${lieux} ne le ${total === 1 ? 'précise' : 'précisent'} pas : appelez`
  if (services === 0)
    return `${lieux} ${total === 1 ? 'ouvert' : 'ouverts'} d’après des horaires ${ages(annees)} : appelez`
  return `${lieux} à appeler : services non précisés, ou horaires ${ages(annees)}`
}

/** "de 2022", "de 2021 à 2023", "sans date". */
function ages(annees: Comptes['annees']): string {
  const dates = annees.filter((annee) => annee !== null)
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined) return 'sans date'
  const years = first === last ? `de ${first}` : `de ${first} à ${last}`
  return dates.length < annees.length ? `${years} ou sans date` : years
}
