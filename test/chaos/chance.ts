import { createHash } from 'node:crypto'

/** Chance that comes from a seed: the same seed gives the same choices, in the same order. */
export interface Chance {
  /** A number from 0 up to 1, never 1. */
  readonly next: () => number
  /** A whole number from 0 up to `count`, never `count`. */
  readonly below: (count: number) => number
  /** A number between two others. */
  readonly between: (from: number, to: number) => number
  readonly oneIn: (count: number) => boolean
  /** One of several. Refuses an empty list. */
  readonly pick: <T>(items: readonly T[]) => T
  readonly shuffled: <T>(items: readonly T[]) => T[]
  readonly uuid: () => string
  /** Chance of its own for somebody, which does not depend on how often others ask. */
  readonly of: (name: string) => Chance
}

/** Chance from a seed (mulberry32 over a hash of it). */
export const chanceOf = (seed: string): Chance => {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const first = Math.imul(state ^ (state >>> 15), state | 1)
    const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61))
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  const pick = <T>(items: readonly T[]): T => {
    const picked = items[below(items.length)]
    if (picked === undefined) throw new RangeError('nothing can be picked from an empty list')
    return picked
  }
  return {
    next,
    below,
    pick,
    between: (from, to) => from + next() * (to - from),
    oneIn: (count) => below(count) === 0,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item),
    uuid: () => uuidOf(Array.from({ length: 32 }, () => below(16).toString(16)).join('')),
    of: (name) => chanceOf(`${seed}/${name}`),
  }
}

/** Version 4 of RFC 9562 from 32 hexadecimal digits. */
const uuidOf = (digits: string): string =>
  [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
