import { createContext } from 'react'

/** URL of the islands' entry and, in development, of the module that Vite wants before any component. */
export type Entree = { entry: string; runtime?: string }

/** Handed by entry.server, which alone knows the manifest. */
export const EntreeContext = createContext<Entree | null>(null)
