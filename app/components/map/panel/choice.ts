/** What is chosen on the map, and what is known of it so far. */
import type { MapFiche, MapPoint, PointRef } from '#app/domain/carte/points.ts'

/** A long list is asked for and shown this many at a time. */
export const PAGE = 50

/**
 * `points`: all that was chosen, at one place. `point`: where, when it is one alone. `asked`: how many of the points
 * the fiches are asked for. `absent`: the point is not on the map.
 */
export type Choice = {
  points: readonly PointRef[]
  point: MapPoint | null
  fiches: readonly MapFiche[]
  asked: number
  state: 'loading' | 'ready' | 'error' | 'absent'
}

export type ChoiceAction =
  | { type: 'choose'; points: readonly PointRef[]; point: MapPoint | null }
  | { type: 'absent' }
  | { type: 'more' }
  | { type: 'retry' }
  | { type: 'received'; fiches: readonly MapFiche[] }
  | { type: 'failed' }
  | { type: 'close' }

/** Nothing is chosen when null. */
export function changeChoice(choice: Choice | null, action: ChoiceAction): Choice | null {
  if (action.type === 'close') return null
  if (action.type === 'choose') {
    const { points, point } = action
    return { points, point, fiches: [], asked: Math.min(PAGE, points.length), state: 'loading' }
  }
  if (action.type === 'absent') return { points: [], point: null, fiches: [], asked: 0, state: 'absent' }
  // An answer may come after the panel was closed.
  if (choice === null) return null
  if (action.type === 'more') {
    return { ...choice, asked: Math.min(choice.asked + PAGE, choice.points.length), state: 'loading' }
  }
  if (action.type === 'retry') return { ...choice, state: 'loading' }
  if (action.type === 'failed') return { ...choice, state: 'error' }
  return { ...choice, fiches: [...choice.fiches, ...action.fiches], state: 'ready' }
}

/** The points whose fiches are still to be asked for: the last page. */
export function pageToAsk({ points, asked }: Choice): readonly PointRef[] {
  return points.slice(Math.floor((asked - 1) / PAGE) * PAGE, asked)
}
