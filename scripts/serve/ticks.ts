import { createHook } from 'node:async_hooks'

const kept: object[] = []
const nothing = () => undefined

/**
 * Keeps one object of each kind that `process.nextTick` makes. V8 forgets how objects are made when a collection finds none
 * of them, and Node makes these of symbols: those that come after are then made some eight times slower, for as long as the
 * server lives. An answer has half a dozen, and a collection between two answers is no rare thing.
 */
export function keepTicks(): void {
  const hook = createHook({
    init: (_id, type, _by, resource) => {
      if (type === 'TickObject') kept.push(resource)
    },
  })
  hook.enable()
  process.nextTick(nothing)
  process.nextTick(nothing, 1)
  hook.disable()
}
