import type { Limites } from './limites.ts'
import { Refus } from './refus.ts'

/**
 * The bytes of every upload under way, and of those of each address. Bytes are counted, not uploads: one that is slow to
 * come holds little, and takes nobody's place. Addresses are forgotten with the last byte.
 */
export function createMemoire({ memoire, part }: Pick<Limites, 'memoire' | 'part'>) {
  const parts = new Map<string, number>()
  let total = 0

  /** What one upload holds. Without an address, it has no share. */
  function ouvrir(adresse: string | null) {
    let own = 0
    return {
      /** Throws a `Refus` when there is no room for them. */
      prendre(octets: number): void {
        const others = adresse === null ? 0 : (parts.get(adresse) ?? 0)
        if (total + octets > memoire || others + octets > part) throw new Refus(503, OCCUPE, 10)
        total += octets
        own += octets
        if (adresse !== null) parts.set(adresse, others + octets)
      },
      rendre(): void {
        total -= own
        if (adresse !== null) {
          const rest = (parts.get(adresse) ?? 0) - own
          if (rest > 0) parts.set(adresse, rest)
          else parts.delete(adresse)
        }
        own = 0
      },
    }
  }

  return { ouvrir }
}

export type Compte = ReturnType<ReturnType<typeof createMemoire>['ouvrir']>

/** To whoever has to come back. */
export const OCCUPE = 'D’autres fichiers sont en cours de vérification. Réessayez dans quelques secondes.'
