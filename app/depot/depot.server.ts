import { aujourdhui } from '#app/domain/texte/date.ts'
import { refuseHeaders } from './corps.server.ts'
import type { Atelier, Sortie, SortieVoulue } from './demande.ts'
import { createFile } from './file-attente.ts'
import { type Formulaire, readFormulaire } from './formulaire.server.ts'
import { LIMITES, type Limites } from './limites.ts'
import { createMemoire } from './memoire.ts'
import { Refus } from './refus.ts'

/** `adresse`: of who sends, for their share; null for none. `lu` is told the form once it is read. */
export type Envoi = {
  sortie: SortieVoulue
  adresse: string | null
  /** The body may be the file itself, without a form around it. */
  brut?: boolean
  lu?: (formulaire: Formulaire) => void
}

/** Where files are handed in to be checked. Nothing of them outlives the request. */
export type Depot = {
  limites: Limites
  /** Reads the form of a request and has its file checked, within the limits. Throws a `Refus`. */
  recevoir(request: Request, envoi: Envoi): Promise<Exclude<Sortie, { refus: string; colonnes: unknown }>>
}

export function createDepot(atelier: Atelier, limites: Limites = LIMITES): Depot {
  const memoire = createMemoire(limites)
  const file = createFile(limites.verifications, limites.attente)
  return {
    limites,
    async recevoir(request, { sortie, adresse, lu, brut }) {
      refuseHeaders(request, limites, brut)
      const compte = memoire.ouvrir(adresse)
      try {
        const formulaire = await readFormulaire(request, limites, compte)
        lu?.(formulaire)
        const { bytes, kind, colonnes } = formulaire
        const demande = { bytes, kind, colonnes, sortie, today: aujourdhui() }
        const { signal } = request
        const made = await file.hold(() => atelier.travailler(demande, signal), signal)
        if ('refus' in made) throw new Refus(400, made.refus, null, made.colonnes)
        return made
      } finally {
        compte.rendre()
      }
    },
  }
}
