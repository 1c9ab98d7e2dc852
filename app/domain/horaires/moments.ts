import { MINUTES_PAR_JOUR, type Semaine } from './semaine.ts'

/** When people say that they can come, in one word: some of these days, for so many minutes between two hours. */
type Moment = { cle: string; libelle: string; jours: readonly number[]; debut: number; fin: number; minutes: number }

const OUVRES = [0, 1, 2, 3, 4]

/** `cle`: as in the URL's `ouvert=`. An evening or a lunch hour counts on one day of the week at least. */
export const MOMENTS = [
  { cle: 'samedi', libelle: 'le samedi', jours: [5], debut: 0, fin: 24 * 60, minutes: 30 },
  { cle: 'midi', libelle: 'le midi', jours: OUVRES, debut: 12 * 60, fin: 14 * 60, minutes: 60 },
  { cle: 'soir', libelle: 'après 17 h', jours: OUVRES, debut: 17 * 60, fin: 22 * 60, minutes: 30 },
] as const satisfies Moment[]

export function momentOf(cle: string): Moment | undefined {
  return MOMENTS.find((one) => one.cle === cle)
}

/** Whether an ordinary week is open long enough within the hours of a moment; nothing of holidays nor of age. */
export function estOuvertPendant({ plages }: Semaine, { jours, debut, fin, minutes }: Moment): boolean {
  return jours.some((jour) => {
    const minuit = jour * MINUTES_PAR_JOUR
    return plages.some((plage) => {
      return Math.min(plage.fin, minuit + fin) - Math.max(plage.debut, minuit + debut) >= minutes
    })
  })
}
