/** A named point, in units of the viewBox; its name stands to the right of it, to its left (`end`), above, or under (`sous`). */
export type Marque = { nom: string; x: number; y: number; ancre: 'start' | 'end' | 'middle' | 'sous' }

/** From its point, where the base line of a name is and which end of it. */
export const DECALAGE = {
  start: { dx: 9, dy: 6, textAnchor: 'start' },
  end: { dx: -9, dy: 6, textAnchor: 'end' },
  middle: { dx: 0, dy: -12, textAnchor: 'middle' },
  sous: { dx: 0, dy: 22, textAnchor: 'middle' },
} as const
