import { refuseHeaders } from './corps.server.ts'
import { type Formulaire, readFormulaire } from './formulaire.server.ts'
import { LIMITES, type Limites } from './limites.ts'
import { Refus } from './refus.ts'

/** Where files are handed in to be checked. Nothing of them outlives the request. */
export type Depot = {
  limites: Limites
  /** Reads the form of a request, then works on it, within the limits. Throws a `Refus`. */
  recevoir<T>(request: Request, work: (formulaire: Formulaire) => Promise<T>): Promise<T>
}

export function createDepot(limites: Limites = LIMITES): Depot {
  const lectures = createPlaces(limites.lectures)
  const verifications = createPlaces(limites.verifications)
  return {
    limites,
    async recevoir(request, work) {
      refuseHeaders(request, limites)
      const formulaire = await lectures.hold(() => readFormulaire(request, limites))
      return verifications.hold(() => work(formulaire))
    },
  }
}

/** So many at once, and no queue: a place is given back however the work ends. */
function createPlaces(places: number) {
  let taken = 0
  return {
    async hold<T>(work: () => Promise<T>): Promise<T> {
      if (taken >= places) throw new Refus(503, OCCUPE, 10)
      taken += 1
      try {
        return await work()
      } finally {
        taken -= 1
      }
    },
  }
}

const OCCUPE = 'D’autres fichiers sont en cours de vérification. Réessayez dans quelques secondes.'
