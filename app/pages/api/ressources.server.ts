import type { ADRESSES } from './parametres.ts'
import type { Ressource } from './ressource.server.ts'
import { chiffre, chiffres } from './ressources/chiffres.server.ts'
import { commune } from './ressources/commune.server.ts'
import { communeLieux } from './ressources/commune-lieux.server.ts'
import { epci, epcis } from './ressources/epci.server.ts'
import { evolution } from './ressources/evolution.server.ts'
import { lieu } from './ressources/lieu.server.ts'
import { lieux } from './ressources/lieux.server.ts'
import { openapi } from './ressources/openapi.server.ts'
import { recherche } from './ressources/recherche.server.ts'
import { sources } from './ressources/sources.server.ts'
import { structure, structures } from './ressources/structures.server.ts'
import { couverture, departement, departements } from './ressources/territoires.server.ts'

type Lues = Exclude<keyof typeof ADRESSES, 'verifier' | 'openapi'>

const LUES = {
  ...{ lieux, lieu, structures, structure, commune, communeLieux },
  ...{ departements, departement, epcis, epci, couverture, evolution, sources, chiffres, chiffre, recherche },
} as const satisfies Partial<Record<Lues, Ressource>>

/** Every resource that is read, by the key of its address, in the order of the page that explains them. */
export const RESSOURCES: Readonly<Partial<Record<string, Ressource>>> = {
  ...LUES,
  openapi: openapi(() => RESSOURCES),
}
