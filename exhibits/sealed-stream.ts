import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { ByteSource } from './source.js'

/*
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár) over AES-256-GCM of node:crypto: segments of a fixed size,
 * each sealed under a nonce of a random prefix, its number and whether it is the last. A segment can therefore be neither
 * changed, moved, left out nor cut off unseen, a file of any size is sealed in the memory of one segment, and it can be read
 * from anywhere. The cipher is the one of the texts, in native code; a library that does the same in JavaScript reads a
 * file from its beginning only.
 */
const segmentBytes = 64 * 1024
const [prefixBytes, tagBytes] = [7, 16]
const mark = Buffer.from('CEX1')
/** How many are read at once where a file is read in its order. */
const together = 16
const headBytes = mark.byteLength + prefixBytes
const sealedBytes = segmentBytes + tagBytes

/** The key of one file, and what it is: sealed bytes are read under both or not at all. */
export interface Under {
  readonly key: Uint8Array
  readonly name: string
}

/** A new key for a file. */
export const makeFileKey = (): Buffer => randomBytes(32)

/** Bytes as they are kept. Tells at its end how many there were. */
export async function* sealStream(
  bytes: AsyncIterable<Uint8Array>,
  { under, counted }: { readonly under: Under; readonly counted?: (size: number) => void },
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(prefixBytes)
  yield Buffer.concat([mark, prefix])
  let [number, size, waiting] = [0, 0, Buffer.alloc(0)]
  for await (const piece of bytes) {
    size += piece.byteLength
    waiting = Buffer.concat([waiting, piece])
    // A whole segment waits until it is known whether it is the last.
    while (waiting.byteLength > segmentBytes) {
      yield sealSegment(waiting.subarray(0, segmentBytes), { under, prefix, number, isLast: false })
      waiting = waiting.subarray(segmentBytes)
      number += 1
    }
  }
  yield sealSegment(waiting, { under, prefix, number, isLast: true })
  counted?.(size)
}

/** How many bytes are kept of so many. */
export const sealedSize = (size: number): number =>
  headBytes + size + tagBytes * Math.max(1, Math.ceil(size / segmentBytes))

/** Bytes as they are kept, wherever that is. */
export interface KeptBytes {
  readonly size: number
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

/** Sealed bytes as they are kept, from the first to the last: to be copied, by somebody who has no key. */
export async function* keptStream({ size, read }: KeptBytes): AsyncGenerator<Uint8Array> {
  const piece = sealedBytes * together
  for (let offset = 0; offset < size; offset += piece) yield await read(offset, Math.min(piece, size - offset))
}

/** What was sealed, read again. Throws for what was changed, cut off, or stands in another's place. */
export const openSealed = async (kept: KeptBytes, under: Under): Promise<ByteSource> => {
  const head = Buffer.from(await kept.read(0, headBytes))
  if (head.byteLength < headBytes || !head.subarray(0, mark.byteLength).equals(mark)) throw new FileDamaged(under.name)
  const prefix = head.subarray(mark.byteLength)
  const body = kept.size - headBytes
  const segments = Math.max(1, Math.ceil(body / sealedBytes))
  const size = body - segments * tagBytes
  if (size < 0) throw new FileDamaged(under.name)
  /** Some segments from one on, opened: asked for together, since a store may be far away. */
  const segmentsFrom = async (first: number, count: number): Promise<readonly Buffer[]> => {
    const sealed = Buffer.from(await kept.read(headBytes + first * sealedBytes, count * sealedBytes))
    return Array.from({ length: Math.min(count, segments - first) }, (_, index) => {
      const number = first + index
      const bytes = sealed.subarray(index * sealedBytes, (index + 1) * sealedBytes)
      return openSegment(bytes, { under, prefix, number, isLast: number === segments - 1 })
    })
  }
  return {
    size,
    read: async (offset, length) => {
      const end = Math.min(size, offset + length)
      if (offset >= end) return new Uint8Array()
      const [first, last] = [Math.floor(offset / segmentBytes), Math.floor((end - 1) / segmentBytes)]
      const found = await segmentsFrom(first, last - first + 1)
      return Buffer.concat(found).subarray(offset - first * segmentBytes, end - first * segmentBytes)
    },
    stream: async function* () {
      for (let number = 0; number < segments; number += together) yield* await segmentsFrom(number, together)
    },
  }
}

/** A sealed file is no longer what was sealed. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'

  constructor(name: string) {
    super(`The file ${name} is damaged, or its key is that of another. Put it back from a backup of the store.`)
  }
}

interface Segment {
  readonly under: Under
  readonly prefix: Uint8Array
  readonly number: number
  readonly isLast: boolean
}

const nonceOf = ({ prefix, number, isLast }: Segment): Buffer => {
  const nonce = Buffer.alloc(prefixBytes + 5)
  nonce.set(prefix)
  nonce.writeUInt32BE(number, prefixBytes)
  nonce.writeUInt8(isLast ? 1 : 0, prefixBytes + 4)
  return nonce
}

const sealSegment = (bytes: Uint8Array, segment: Segment): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', segment.under.key, nonceOf(segment))
  cipher.setAAD(Buffer.from(segment.under.name, 'utf8'))
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

const openSegment = (sealed: Buffer, segment: Segment): Buffer => {
  if (sealed.byteLength < tagBytes) throw new FileDamaged(segment.under.name)
  const decipher = createDecipheriv('aes-256-gcm', segment.under.key, nonceOf(segment), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(segment.under.name, 'utf8')).setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new FileDamaged(segment.under.name)
  }
}
