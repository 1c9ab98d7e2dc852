/** Bytes of a block; a longer record has a block of its own. */
const BLOC = 1 << 20
const FIRST_SIZE = 1 << 10

/**
 * Records of a few texts of one line, found again by one of the keys that `keysOf` makes of them: as many of each, the
 * empty ones are no key. They are bytes outside the heap, which no collector sweeps: a fifth of what objects and maps
 * of texts take.
 */
export function startFiches(keys: number, keysOf: (texts: readonly string[]) => readonly string[]) {
  const blocs: Buffer[] = []
  let free = BLOC
  let size = 0
  let [blocOf, startOf, lengthOf] = [0, 1, 2].map(() => new Int32Array(FIRST_SIZE)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const forgotten = new Set<number>()
  const indexes = Array.from({ length: keys }, startIndex)

  /** The rank of the new record: 0, 1, 2… */
  function add(texts: readonly string[]): number {
    const record = texts.join('\n')
    const most = 3 * record.length
    if (free + most > (blocs.at(-1)?.length ?? 0)) {
      // Not a part of the block that short buffers share: it would be kept whole.
      blocs.push(Buffer.allocUnsafeSlow(Math.max(BLOC, most)))
      free = 0
    }
    if (size === blocOf.length) [blocOf, startOf, lengthOf] = [doubled(blocOf), doubled(startOf), doubled(lengthOf)]
    blocOf[size] = blocs.length - 1
    startOf[size] = free
    lengthOf[size] = (blocs.at(-1) as Buffer).write(record, free)
    free += lengthOf[size] as number
    const own = keysOf(texts)
    for (let key = 0; key < keys; key += 1) if (own[key]) indexes[key]?.add(size, hashOf(own[key] as string))
    size += 1
    return size - 1
  }

  /** The texts of a record, in their order. */
  function at(rank: number): string[] {
    const start = startOf[rank] as number
    return (blocs[blocOf[rank] as number] as Buffer)
      .toString('utf8', start, start + (lengthOf[rank] as number))
      .split('\n')
  }

  /** The first record that has this text as its key, -1 when none has. */
  function find(key: number, text: string): number {
    const index = indexes[key] as Index
    return index.find(hashOf(text), (rank) => !forgotten.has(rank) && keysOf(at(rank))[key] === text)
  }

  /** The ranks of those that are not forgotten, in order. */
  function* ranks(): Generator<number> {
    for (let rank = 0; rank < size; rank += 1) if (!forgotten.has(rank)) yield rank
  }

  return { add, at, find, forget: (rank: number) => forgotten.add(rank), ranks }
}

type Index = ReturnType<typeof startIndex>

/** Ranks by hash: open addressing, at most half full. */
function startIndex() {
  let slots = new Int32Array(2 * FIRST_SIZE)
  let hashes = new Int32Array(2 * FIRST_SIZE)
  let count = 0

  function add(rank: number, hash: number): void {
    count += 1
    if (2 * count > slots.length) {
      const [before, of] = [slots, hashes]
      slots = new Int32Array(2 * before.length)
      hashes = new Int32Array(2 * before.length)
      for (const [i, slot] of before.entries()) if (slot > 0) put(slot, of[i] as number)
    }
    put(rank + 1, hash)
  }

  function put(slot: number, hash: number): void {
    const mask = slots.length - 1
    let i = hash & mask
    while (slots[i] !== 0) i = (i + 1) & mask
    slots[i] = slot
    hashes[i] = hash
  }

  /** The first rank of this hash that `holds`, -1 when none does. */
  function find(hash: number, holds: (rank: number) => boolean): number {
    const mask = slots.length - 1
    for (let i = hash & mask; slots[i] !== 0; i = (i + 1) & mask) {
      const rank = (slots[i] as number) - 1
      if (hashes[i] === hash && holds(rank)) return rank
    }
    return -1
  }

  return { add, find }
}

function doubled(numbers: Int32Array): Int32Array {
  const more = new Int32Array(2 * numbers.length)
  more.set(numbers)
  return more
}

/** FNV-1a of the code units, its bits mixed once more: the low ones choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
