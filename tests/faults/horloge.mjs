// Given to Node by --import: the process lives at another time than its machine, by HORLOGE_DECALAGE milliseconds.
const decalage = Number(process.env.HORLOGE_DECALAGE)
const Vraie = globalThis.Date
const now = () => Vraie.now() + decalage

globalThis.Date = new Proxy(Vraie, {
  construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
  apply: () => new Vraie(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
