import type { HashedEntry } from './entry.js'

/** What is kept of an entry once it was read. */
export type KeptEntry = Pick<HashedEntry, 'stream' | 'seq' | 'hash' | 'recordedAt'>

/** The entries that were read, in the order of the log. */
export interface KeptEntries {
  readonly length: number
  readonly at: (place: number) => KeptEntry | undefined
  readonly hashAt: (place: number) => string
  readonly streamAt: (place: number) => string
}

const [hashBytes, firstRoom] = [32, 1024]

/**
 * Keeps entries in some fifty bytes each, which objects would take tenfold: a million of them must not fill the memory. A hash that is none
 * in hexadecimal digits, which only an entry that does not fit can name, is kept as it is.
 */
export function keepEntries(): KeptEntries & { readonly add: (entry: KeptEntry) => void } {
  const streams: string[] = []
  const numbers = new Map<string, number>()
  const odd = new Map<number, string>()
  let hashes = Buffer.alloc(firstRoom * hashBytes)
  let facts = new Float64Array(firstRoom * factsOfEach)
  let length = 0
  const grow = (): void => {
    hashes = Buffer.concat([hashes, Buffer.alloc(hashes.length)])
    const more = new Float64Array(facts.length * 2)
    more.set(facts)
    facts = more
  }
  const numberOf = (stream: string): number => {
    const known = numbers.get(stream)
    if (known !== undefined) return known
    numbers.set(stream, streams.length)
    return streams.push(stream) - 1
  }
  const factAt = (place: number, fact: number): number => facts[place * factsOfEach + fact] ?? Number.NaN
  const hashAt = (place: number): string =>
    odd.get(place) ?? hashes.toString('hex', place * hashBytes, (place + 1) * hashBytes)
  const streamAt = (place: number): string => streams[factAt(place, 0)] ?? ''
  return {
    get length() {
      return length
    },
    add: ({ stream, seq, hash, recordedAt }) => {
      if (length * hashBytes === hashes.length) grow()
      facts.set([numberOf(stream), seq, Date.parse(recordedAt)], length * factsOfEach)
      if (isHash.test(hash)) hashes.write(hash, length * hashBytes, 'hex')
      else odd.set(length, hash)
      length += 1
    },
    hashAt,
    streamAt,
    at: (place) =>
      Number.isInteger(place) && place >= 0 && place < length
        ? {
            stream: streamAt(place),
            seq: factAt(place, 1),
            hash: hashAt(place),
            recordedAt: new Date(factAt(place, 2)).toISOString(),
          }
        : undefined,
  }
}

/** The number of its stream, its own, and when it was recorded in milliseconds. */
const factsOfEach = 3
const isHash = /^[0-9a-f]{64}$/
