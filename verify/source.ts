import { readSync } from 'node:fs'

/** Bytes that were unpacked beside the memory, into a file that is open under this number. */
export interface Unpacked {
  readonly descriptor: number
  readonly length: number
}

/** What a file of the evidence holds: in memory, or where it is large, beside it. */
export type Source = Buffer | Unpacked

/** As much of a large file as is held in memory at a time. */
const windowBytes = 1024 * 1024

/** Looks at parts of a source, from left to right: a part is as long as asked, or as there is left, and good until the next one. */
export function windowOn(source: Source): (from: number, length: number) => Buffer {
  if (Buffer.isBuffer(source)) return (from, length) => source.subarray(from, from + length)
  let [held, start] = [Buffer.alloc(0), 0]
  let room = Buffer.alloc(0)
  return (from, length) => {
    const end = Math.min(from + length, source.length)
    if (from < start || end > start + held.length) {
      if (room.length < length) room = Buffer.alloc(Math.max(length, windowBytes))
      start = from
      held = room.subarray(0, fill(source, { room, from }))
    }
    return held.subarray(from - start, end - start)
  }
}

function fill({ descriptor }: Unpacked, { room, from }: { room: Buffer; from: number }): number {
  let filled = 0
  while (filled < room.length) {
    const read = readSync(descriptor, room, filled, room.length - filled, from + filled)
    if (read === 0) break
    filled += read
  }
  return filled
}

/** The pieces of a source one after another, each good until the next. */
export function* piecesOf(source: Source): Generator<Buffer> {
  const look = windowOn(source)
  for (let at = 0; at < source.length; at += windowBytes) yield look(at, windowBytes)
}

/** As far as a line of the usual length reaches: one look is enough for it. */
const lineBytes = 16 * 1024

/** The lines of a source, one after another, empty ones too, so that a file larger than the longest string can be read. */
export function* linesOf(source: Source): Generator<string> {
  const look = windowOn(source)
  for (let at = 0; at < source.length;) {
    const { text, next } = lineAt(look, { at, length: source.length })
    yield text
    at = next
  }
}

interface Looking {
  readonly at: number
  readonly length: number
}

/** The line that begins at a place, without its end, and where the next one begins. */
function lineAt(
  look: ReturnType<typeof windowOn>,
  { at, length }: Looking,
): { readonly text: string; readonly next: number } {
  for (let reach = lineBytes; ; reach *= 4) {
    const seen = look(at, reach)
    const end = seen.indexOf(10)
    if (end >= 0) return { text: seen.toString('utf8', 0, end), next: at + end + 1 }
    if (at + seen.length >= length) return { text: seen.toString('utf8'), next: length }
  }
}
