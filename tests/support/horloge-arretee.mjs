// Given to Node by --import: time stands still, on a Friday morning when places are open. What is asked at another hour,
// or by another build, can then be compared to the byte.
const INSTANT = Date.parse('2026-11-27T09:30:00Z')
const Vraie = globalThis.Date

globalThis.Date = new Proxy(Vraie, {
  construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [INSTANT], self),
  apply: () => new Vraie(INSTANT).toString(),
  get: (target, name) => (name === 'now' ? () => INSTANT : Reflect.get(target, name)),
})
